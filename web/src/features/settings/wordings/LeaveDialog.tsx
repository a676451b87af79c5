import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";

/** One is on the way out, and what was typed is not stored. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const t = useT();
  return (
    <Dialog title={t("wordings.leave.title")} open onClose={onStay}>
      <p>{t("wordings.leave.text")}</p>
      <Ends>
        <Button onPress={onLeave}>{t("wordings.leave")}</Button>
        <Button kind="primary" onPress={onStay}>
          {t("wordings.stay")}
        </Button>
      </Ends>
    </Dialog>
  );
}
