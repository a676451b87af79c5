import { useT } from "~/text/texts";
import { Check, rules, TextField, useFields } from "../form";
import { FormDialog } from "../form/FormDialog";

interface Props {
  /** A view with a search is the person's own. */
  shares: boolean;
  onSave: (name: string, shared: boolean) => Promise<unknown>;
  onClose: () => void;
}

const fields = rules.shape({ name: rules.required("views.name.missing"), shared: rules.truth() });

/** Asks for the name of the view that is kept, and whether colleagues see it. */
export function SaveView({ shares, onSave, onClose }: Props) {
  const t = useT();
  const form = useFields(fields, { name: "", shared: false });
  return (
    <FormDialog
      title={t("views.save")}
      form={form}
      act={t("common.save")}
      onSave={({ name, shared }) => onSave(name.trim(), shared)}
      onClose={onClose}
    >
      <TextField name="name" label={t("views.name")} help={t("views.name.help")} autoFocus />
      {shares && <Check name="shared" label={t("views.share")} help={t("views.share.help")} />}
    </FormDialog>
  );
}
