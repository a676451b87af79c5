import { lazy, Suspense } from "react";
import { useWatch } from "react-hook-form";
import { useT } from "~/text/texts";
import { Choice, fieldRow, TextField } from "~/ui/form";
import { Bar } from "~/ui/Skeleton";

const DebtorFinder = lazy(async () => ({ default: (await import("~/ui/debtor/DebtorFinder")).DebtorFinder }));

const kinds = ["company", "person", "sole_trader", "public"] as const;

/** A debtor that is known here, found by name or number. */
export function KnownDebtor() {
  return (
    <Suspense fallback={<Bar width="100%" height={70} />}>
      <DebtorFinder />
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
