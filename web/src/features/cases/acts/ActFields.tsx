import type { ActKind, Case } from "~/api/types";
import { useT } from "~/text/texts";
import { AmountField, Check, Choice, DayField, fieldRow, TextField } from "~/ui/form";
import { outcomes } from "../words";

export type FieldName =
  | "until"
  | "first"
  | "on"
  | "amount"
  | "claim"
  | "every_days"
  | "count"
  | "groundless"
  | "outcome"
  | "reference";

/** What each act asks for; the others need no words. */
export const asked: Partial<Record<ActKind, FieldName[]>> = {
  pause: ["until"],
  object: ["groundless"],
  plan: ["first", "every_days", "count"],
  credit: ["claim", "amount", "on"],
  filed: ["on", "reference"],
  hearing: ["on"],
  served: ["on"],
  decided: ["outcome", "on", "reference"],
};

/** The fields of an act. */
export function ActFields({ names, one }: { names: FieldName[]; one: Case }) {
  const t = useT();
  const has = (name: FieldName) => names.includes(name);
  return (
    <>
      {has("until") && <DayField name="until" label={t("pause.until")} help={t("pause.until.help")} />}
      {has("groundless") && (
        <Check name="groundless" label={t("object.groundless")} help={t("object.groundless.help")} />
      )}
      {has("claim") && one.claims.length > 1 && (
        <Choice
          name="claim"
          label={t("cases.invoice")}
          options={one.claims.map(({ number }) => ({ value: number, label: number }))}
        />
      )}
      {has("amount") && <AmountField name="amount" label={t("credit.amount")} required />}
      {has("outcome") && (
        <Choice
          name="outcome"
          label={t("court.outcome")}
          options={Object.entries(outcomes).map(([value, text]) => ({ value, label: t(text) }))}
        />
      )}
      {has("on") && <DayField name="on" label={t(has("amount") ? "credit.on" : "court.on")} />}
      {has("reference") && <TextField name="reference" label={t("court.reference")} help={t("court.reference.help")} />}
      {has("first") && <DayField name="first" label={t("plan.first")} required />}
      {has("count") && (
        <div className={fieldRow}>
          <TextField name="count" label={t("plan.count")} kind="code" required />
          <TextField name="every_days" label={t("plan.every")} kind="code" required />
        </div>
      )}
    </>
  );
}
