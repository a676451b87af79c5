import { useOrg } from "~/api/me";
import { readAmount, readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { AmountField, DayField, fieldRow, rules, useFields } from "~/ui/form";
import { Finder } from "~/ui/form/Finder";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import { register, useMoneyMoved } from "../api/payments";
import { useCaseFinder } from "./useCaseFinder";

const fields = rules.shape({
  case: rules.required("payments.case.missing"),
  amount: rules.amount("payment.amount.missing"),
  on: rules.day("fault.day"),
});

/** A payment that somebody tells of: which case, how much, which day. */
export function HandDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const finder = useCaseFinder();
  const form = useFields(fields, { case: "", amount: "", on: f.day(f.today) });
  const save = async (typed: { case: string; amount: string; on: string }) => {
    const amount = readAmount(typed.amount) ?? "";
    const result = await register(org, Number(typed.case), { amount, on: readDay(typed.on, f.today) ?? "" });
    done({ text: t("payment.done", { amount: f.money(amount), open: f.money(result.open) }) });
    await moved();
    onClose();
  };
  return (
    <FormDialog title={t("payments.hand")} act={t("payments.hand")} onClose={onClose} form={form} marks onSave={save}>
      <Finder
        name="case"
        label={t("cases.case")}
        help={t("payments.case.help")}
        required
        nothing={t("palette.nothing")}
        {...finder}
      />
      <div className={fieldRow}>
        <AmountField name="amount" label={t("payment.amount")} required />
        <DayField name="on" label={t("payment.on")} required />
      </div>
    </FormDialog>
  );
}
