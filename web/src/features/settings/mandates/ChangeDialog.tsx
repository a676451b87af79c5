import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useT } from "~/text/texts";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import { changeMandate, type Mandate, type MandateRole, mandatesKey } from "../api/mandates";
import { RoleRadios } from "./RoleRadios";
import { useTaker } from "./useTaker";

/** Another role, from the next call on. */
export function ChangeDialog({ org, mandate, onClose }: { org: string; mandate: Mandate; onClose: () => void }) {
  const t = useT();
  const done = useDone();
  const taker = useTaker();
  const queries = useQueryClient();
  const form = useForm<{ role: MandateRole }>({ defaultValues: { role: mandate.role } });
  const save = async ({ role }: { role: MandateRole }) => {
    await changeMandate(org, mandate, role);
    await queries.invalidateQueries({ queryKey: mandatesKey });
    done({ text: t("common.saved") });
    onClose();
  };
  return (
    <FormDialog
      title={mandate.taken ? t("mandates.change.title", { name: taker(mandate) }) : t("mandates.change")}
      act={t("common.save")}
      onClose={onClose}
      form={form}
      onSave={save}
    >
      <RoleRadios />
    </FormDialog>
  );
}
