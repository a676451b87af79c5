import { readAmount } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { AmountField, rules, useFields } from "~/ui/form";
import { Finder } from "~/ui/form/Finder";
import { FormDialog } from "~/ui/form/FormDialog";
import { useCaseFinder } from "../page/useCaseFinder";
import { usePlace } from "./usePlace";
import type { Line } from "./WaitingTab";

const fields = rules.shape({
  case: rules.required("payments.case.missing"),
  amount: rules.amount("payment.amount.missing"),
});

/** Says to which case a waiting payment belongs, or how much of it. */
export function PlaceDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const place = usePlace(line);
  const finder = useCaseFinder();
  const form = useFields(fields, { case: "", amount: f.money(line.left) });
  const save = async (typed: { case: string; amount: string }) => {
    await place(Number(typed.case), readAmount(typed.amount) ?? "");
    onClose();
  };
  return (
    <FormDialog
      title={t("payments.place.title", { amount: f.money(line.left) })}
      act={t("payments.place")}
      form={form}
      onSave={save}
      fieldOf={(field) => (field.startsWith("line") ? "amount" : undefined)}
      onClose={onClose}
    >
      <Finder
        name="case"
        label={t("cases.case")}
        help={t("payments.case.help")}
        required
        nothing={t("palette.nothing")}
        {...finder}
      />
      <AmountField name="amount" label={t("payment.amount")} help={t("payments.part.help")} required />
    </FormDialog>
  );
}
