import { useCasesMoved } from "~/api/acts";
import { answer, api } from "~/api/client";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import type { components } from "~/api/schema";
import type { Case } from "~/api/types";
import { readAmount, readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { AmountField, Choice, DayField, rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";

type Wish = components["schemas"]["PaymentWish"];
type Result = components["schemas"]["PaymentResult"];

const fields = rules.shape({
  amount: rules.amount("payment.amount.missing"),
  on: rules.day("fault.day"),
  covers: rules.text(),
});

/** A payment that somebody tells of. It is booked when the server says so, not before. */
export function PaymentDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useCasesMoved();
  const key = useIntent();
  const form = useFields(fields, { amount: "", on: f.day(f.today), covers: "" });
  const save = async (typed: { amount: string; on: string; covers: string }) => {
    const body: Wish = { amount: readAmount(typed.amount) ?? "", on: readDay(typed.on, f.today) ?? "" };
    if (typed.covers) body.covers = typed.covers as NonNullable<Wish["covers"]>;
    const result = await answer<Result>(
      api.POST("/creditors/{creditor}/cases/{case}/payments", {
        params: { path: { creditor: org, case: one.case }, header: { "Idempotency-Key": key(body) } },
        body,
      }),
    );
    await moved();
    done({ text: t("payment.done", { amount: f.money(body.amount), open: f.money(result.open) }) });
    onClose();
  };
  return (
    <FormDialog
      title={t("payment.register")}
      act={t("payment.register")}
      onClose={onClose}
      form={form}
      marks
      onSave={save}
    >
      <AmountField name="amount" label={t("payment.amount")} required />
      <DayField name="on" label={t("payment.on")} help={t("payment.on.help")} required />
      <Choice
        name="covers"
        label={t("payment.covers")}
        help={t("payment.covers.help")}
        options={[
          { value: "", label: t("payment.covers.usual") },
          { value: "principal", label: t("part.principal") },
          { value: "interest", label: t("part.interest") },
          { value: "costs", label: t("part.costs") },
        ]}
      />
    </FormDialog>
  );
}
