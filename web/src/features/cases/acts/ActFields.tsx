import type { ActKind, Case } from "~/api/types";
import { useT } from "~/text/texts";
import { AmountField, Check, Choice, DayField, fieldRow, TextField } from "~/ui/form";
import { outcomes, withdrawals } from "../words";
import { CourseField } from "./CourseField";
import { asked, type FieldName } from "./wish";

/** Why a claim is given up. */
export function WhyField() {
  const t = useT();
  const options = Object.entries(withdrawals).map(([value, text]) => ({ value, label: t(text) }));
  return (
    <Choice name="why" label={t("withdraw.why")} options={[{ value: "", label: t("withdraw.why.none") }, ...options]} />
  );
}

/** A rate in percent a year; empty is the law's own. */
export function RateField() {
  const t = useT();
  return <TextField name="rate" label={t("interest.rate")} help={t("interest.rate.help")} kind="amount" suffix="%" />;
}

/** The fields of an act. */
export function ActFields({ act, one }: { act: ActKind; one: Case }) {
  const t = useT();
  const names = asked[act] ?? [];
  const has = (name: FieldName) => names.includes(name);
  const invoices = one.claims.map(({ number }) => ({ value: number, label: number }));
  return (
    <>
      {has("until") && <DayField name="until" label={t("pause.until")} help={t("pause.until.help")} />}
      {has("groundless") && (
        <Check name="groundless" label={t("object.groundless")} help={t("object.groundless.help")} />
      )}
      {has("why") && <WhyField />}
      {has("course") && <CourseField now={{ course: one.course, version: one.course_version }} />}
      {has("claim") && one.claims.length > 1 && (
        <Choice
          name="claim"
          label={t(act === "interest" ? "interest.for" : "cases.invoice")}
          options={act === "interest" ? [{ value: "", label: t("interest.all") }, ...invoices] : invoices}
        />
      )}
      {has("rate") && <RateField />}
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
