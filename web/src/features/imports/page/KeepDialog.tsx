import { useT } from "~/text/texts";
import { rules, TextField } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";

interface Props {
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
}

/** How a list is read gets a name. */
export default function KeepDialog({ onSave, onClose }: Props) {
  const t = useT();
  return (
    <OneFieldDialog
      title={t("import.template.title")}
      lead={t("import.template.lead")}
      act={t("import.template.keep")}
      rule={rules.required("import.template.missing")}
      first=""
      onSave={onSave}
      onClose={onClose}
    >
      <TextField name="value" label={t("import.template.name")} required />
    </OneFieldDialog>
  );
}
