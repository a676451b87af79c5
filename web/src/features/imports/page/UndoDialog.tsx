import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import { undoImport } from "../api/imports";

interface Props {
  number: number;
  file: string;
  onDone: () => void | Promise<void>;
  onClose: () => void;
}

const nothing = rules.shape({});

/** A file is taken back: what that does is said first, since nothing brings it back but the file itself. */
export default function UndoDialog({ number, file, onDone, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const form = useFields(nothing, {});
  const save = async () => {
    const { removed, restored, withdrawn, taken_back } = await undoImport(org, number);
    done({ text: t("import.undo.done", { file, removed, restored, withdrawn, back: taken_back }) });
    await onDone();
  };
  return (
    <FormDialog
      title={t("import.undo.title", { file })}
      act={t("import.undo.act")}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("import.undo.text")}</p>
    </FormDialog>
  );
}
