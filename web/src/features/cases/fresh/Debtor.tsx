import { lazy, Suspense, useState } from "react";
import { useWatch } from "react-hook-form";
import { useFoundDebtors } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Choice, fieldRow, TextField } from "~/ui/form";
import { Bar } from "~/ui/Skeleton";

const Finder = lazy(async () => ({ default: (await import("~/ui/form/Finder")).Finder }));

const kinds = ["company", "person", "sole_trader", "public"] as const;

/** A debtor that is known here, found by name or number. */
export function KnownDebtor() {
  const t = useT();
  const org = useOrg();
  const [search, setSearch] = useState("");
  const found = useFoundDebtors(org, search).data?.rows ?? [];
  return (
    <Suspense fallback={<Bar width="100%" height={70} />}>
      <Finder
        name="debtor"
        label={t("new.debtor")}
        help={t("new.debtor.help")}
        required
        nothing={t("new.debtor.none")}
        onSearch={setSearch}
        options={found.map((one) => ({
          value: String(one.debtor),
          label: one.customer ? `${one.name} (${one.customer})` : one.name,
        }))}
      />
    </Suspense>
  );
}

/** A debtor that is new: kind and name; the rest is told when a step needs it. */
export function FreshDebtor() {
  const t = useT();
  const kind = useWatch({ name: "kind" });
  const firm = kind === "company" || kind === "public";
  return (
    <>
      <Choice
        name="kind"
        label={t("new.kind")}
        help={kind === "sole_trader" ? t("new.kind.sole-trader") : undefined}
        required
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField name="name" label={t("person.name")} required />
      {firm && <TextField name="org_number" label={t("creditor.org")} kind="code" required />}
      <TextField name="street" label={t("address.street")} />
      <div className={fieldRow}>
        <TextField name="postal_code" label={t("address.postal-code")} kind="code" />
        <TextField name="place" label={t("address.place")} />
      </div>
      <div className={fieldRow}>
        <TextField name="email" label={t("person.email")} kind="email" help={t("new.email.help")} />
        <TextField name="phone" label={t("person.phone")} kind="tel" help={t("new.phone.help")} />
      </div>
    </>
  );
}
