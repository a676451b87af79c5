import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { rules } from "~/ui/form";
import { Finder } from "~/ui/form/Finder";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";
import { useDone } from "~/ui/Toasts";
import { assign, useMoneyMoved } from "../api/payments";
import type { Line } from "./PaymentsPage";
import { useCaseFinder } from "./useCaseFinder";

/** Says to which case a waiting payment belongs. */
export function PlaceDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const finder = useCaseFinder();
  const save = async (number: string) => {
    await assign(org, line.line, Number(number));
    done({ text: t("payments.placed", { amount: f.money(line.amount), case: number }) });
    await moved();
    onClose();
  };
  return (
    <OneFieldDialog
      title={t("payments.place.title", { amount: f.money(line.amount) })}
      act={t("payments.place")}
      rule={rules.required("payments.case.missing")}
      onSave={save}
      onClose={onClose}
    >
      <Finder
        name="value"
        label={t("cases.case")}
        help={t("payments.case.help")}
        required
        nothing={t("palette.nothing")}
        {...finder}
      />
    </OneFieldDialog>
  );
}
