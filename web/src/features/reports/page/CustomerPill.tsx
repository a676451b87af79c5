import { useId, useState } from "react";
import { useDebtor, useFoundDebtors } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { BareField } from "~/ui/form/BareField";
import { Options } from "~/ui/Options";
import { Pill } from "~/ui/Pill";
import { useSettled } from "~/ui/useSettled";
import css from "./Report.module.css";

interface Props {
  customer: number | undefined;
  onCustomer: (customer: number | undefined) => void;
}

/** One customer, found by name or number. */
export function CustomerPill({ customer, onCustomer }: Props) {
  const t = useT();
  const org = useOrg();
  const name = useDebtor(org, customer).data?.value.name;
  return (
    <Pill
      name={t("reports.customer")}
      value={customer === undefined ? undefined : (name ?? String(customer))}
      onClear={() => onCustomer(undefined)}
    >
      {(close) => (
        <Found
          customer={customer}
          onCustomer={(one) => {
            onCustomer(one);
            close();
          }}
        />
      )}
    </Pill>
  );
}

function Found({ customer, onCustomer }: Props) {
  const t = useT();
  const org = useOrg();
  const id = useId();
  const [typed, setTyped] = useState("");
  const rows = useFoundDebtors(org, useSettled(typed.trim())).data?.rows;
  return (
    <div className={css.found}>
      <BareField id={id} label={t("reports.customer.find")} value={typed} onType={setTyped} />
      {rows?.length === 0 && <p>{t("reports.customer.none")}</p>}
      {rows && rows.length > 0 && (
        <Options
          label={t("reports.customer")}
          value={customer === undefined ? "" : String(customer)}
          options={rows.slice(0, 8).map((one) => ({
            value: String(one.debtor),
            label: one.customer ? `${one.name} (${one.customer})` : one.name,
          }))}
          onChoose={(one) => onCustomer(Number(one))}
        />
      )}
    </div>
  );
}
