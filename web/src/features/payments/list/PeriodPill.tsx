import { type FormEvent, useId, useState } from "react";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { BareField } from "~/ui/form/BareField";
import { Pill } from "~/ui/Pill";
import css from "../page/Payments.module.css";

interface Props {
  from: string | undefined;
  to: string | undefined;
  onSet: (period: { fra: string | undefined; til: string | undefined }) => void;
}

/** The days that are shown: from and to, either may be open. */
export function PeriodPill({ from, to, onSet }: Props) {
  const t = useT();
  const f = useF();
  const value = from || to ? `${from ? f.day(from) : ""}–${to ? f.day(to) : ""}` : undefined;
  return (
    <Pill name={t("payments.period")} value={value} onClear={() => onSet({ fra: undefined, til: undefined })}>
      {(close) => (
        <PeriodForm
          from={from}
          to={to}
          onSet={(period) => {
            onSet(period);
            close();
          }}
        />
      )}
    </Pill>
  );
}

function PeriodForm({ from, to, onSet }: Props) {
  const t = useT();
  const f = useF();
  const id = useId();
  const [typed, setTyped] = useState({ from: from ? f.day(from) : "", to: to ? f.day(to) : "" });
  const [wrong, setWrong] = useState<{ from?: boolean; to?: boolean; order?: boolean }>({});
  const set = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [typed.from, typed.to].map((one) => readDay(one, f.today));
    const faults = {
      from: typed.from.trim() !== "" && !first,
      to: typed.to.trim() !== "" && !last,
      order: Boolean(first && last && first > last),
    };
    setWrong(faults);
    if (!faults.from && !faults.to && !faults.order) onSet({ fra: first, til: last });
  };
  return (
    <form className={css.period} noValidate onSubmit={set}>
      <BareField
        id={`${id}from`}
        label={t("payments.period.from")}
        value={typed.from}
        onType={(from) => setTyped({ ...typed, from })}
        fault={wrong.from ? t("fault.day") : undefined}
      />
      <BareField
        id={`${id}to`}
        label={t("payments.period.to")}
        value={typed.to}
        onType={(to) => setTyped({ ...typed, to })}
        fault={wrong.to ? t("fault.day") : wrong.order ? t("payments.period.order") : undefined}
      />
      <Button type="submit" kind="primary">
        {t("filter.use")}
      </Button>
    </form>
  );
}
