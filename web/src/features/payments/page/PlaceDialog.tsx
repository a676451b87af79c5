import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Form, rules, useFields } from "~/ui/form";
import { Finder } from "~/ui/form/Finder";
import { useDone } from "~/ui/Toasts";
import { assign, useMoneyMoved } from "../api/payments";
import type { Line } from "./PaymentsPage";
import { useCaseFinder } from "./useCaseFinder";

const fields = rules.shape({ case: rules.required("payments.case.missing") });

/** Says to which case a waiting payment belongs. */
export function PlaceDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const finder = useCaseFinder();
  const form = useFields(fields, { case: "" });
  const save = async ({ case: number }: { case: string }) => {
    await assign(org, line.line, Number(number));
    done({ text: t("payments.placed", { amount: f.money(line.amount), case: number }) });
    await moved();
    onClose();
  };
  return (
    <Dialog title={t("payments.place.title", { amount: f.money(line.amount) })} open onClose={onClose}>
      <Form
        form={form}
        onSave={save}
        ends={
          <>
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
              {t("payments.place")}
            </Button>
          </>
        }
      >
        <Finder
          name="case"
          label={t("cases.case")}
          help={t("payments.case.help")}
          required
          nothing={t("palette.nothing")}
          {...finder}
        />
      </Form>
    </Dialog>
  );
}
