import { lazy, Suspense } from "react";
import { useWatch } from "react-hook-form";
import { useT, withWords } from "~/text/texts";
import { isEither, relations } from "~/ui/debtor/relation";
import { Choice, fieldRow, TextField } from "~/ui/form";
import { Bar } from "~/ui/Skeleton";
import { isConsumer } from "./fields";

const DebtorFinder = lazy(async () => ({ default: (await import("~/ui/debtor/DebtorFinder")).DebtorFinder }));
const SameDebtor = lazy(withWords(async () => (await import("./SameDebtor")).SameDebtor));

const kinds = ["company", "person", "sole_trader", "public"] as const;

/** A debtor that is known here, found by name or number. */
export function KnownDebtor() {
  return (
    <Suspense fallback={<Bar width="100%" height={70} />}>
      <DebtorFinder />
    </Suspense>
  );
}

/** A debtor that is new: kind, name and address; one who is known already is offered instead. */
export function FreshDebtor() {
  const t = useT();
  const kind = useWatch({ name: "kind" });
  const relation = useWatch({ name: "relation" });
  const firm = kind === "company" || kind === "public";
  return (
    <>
      <Choice
        name="kind"
        label={t("new.kind")}
        help={t(
          kind === "sole_trader"
            ? "new.kind.sole-trader"
            : isConsumer(kind, relation)
              ? "new.relation.consumer"
              : "new.relation.business",
        )}
        required
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {isEither(kind) && (
        <Choice
          name="relation"
          label={t("new.relation")}
          options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        />
      )}
      <TextField name="name" label={t("person.name")} required />
      {firm && <TextField name="org_number" label={t("creditor.org")} kind="code" required />}
      <Suspense fallback={null}>
        <SameDebtor />
      </Suspense>
      <TextField name="street" label={t("address.street")} />
      <div className={fieldRow}>
        <TextField name="postal_code" label={t("address.postal-code")} kind="code" required />
        <TextField name="place" label={t("address.place")} required />
      </div>
      <div className={fieldRow}>
        <TextField name="email" label={t("person.email")} kind="email" help={t("new.email.help")} />
        <TextField name="phone" label={t("person.phone")} kind="tel" help={t("new.phone.help")} />
      </div>
    </>
  );
}
