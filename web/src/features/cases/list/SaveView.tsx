import { useT } from "~/text/texts";
import { rules, TextField } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";

/** Asks for the name of the view that is kept. */
export function SaveView({ onSave, onClose }: { onSave: (name: string) => void; onClose: () => void }) {
  const t = useT();
  return (
    <OneFieldDialog
      title={t("views.save")}
      act={t("common.save")}
      rule={rules.required("views.name.missing")}
      onSave={async (name) => onSave(name.trim())}
      onClose={onClose}
    >
      <TextField name="value" label={t("views.name")} help={t("views.name.help")} autoFocus />
    </OneFieldDialog>
  );
}
