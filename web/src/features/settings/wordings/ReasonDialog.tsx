import { useT } from "~/text/texts";
import { rules, TextField } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";

interface Props {
  score: number | undefined;
  first: string;
  onSave: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A text that is hard to read is used with a reason, or made plainer. */
export function ReasonDialog({ score, first, onSave, onClose }: Props) {
  const t = useT();
  return (
    <OneFieldDialog
      title={t("wordings.reason.title")}
      lead={score === undefined ? t("wordings.reason.lead") : t("wordings.reason.score", { score })}
      act={t("wordings.reason.act")}
      rule={rules.required("wordings.reason.missing")}
      first={first}
      onSave={onSave}
      onClose={onClose}
    >
      <TextField name="value" label={t("wordings.reason")} help={t("wordings.reason.help")} autoFocus />
    </OneFieldDialog>
  );
}
