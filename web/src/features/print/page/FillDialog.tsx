import type { OutboxRow } from "~/api/types";
import { useT } from "~/text/texts";
import { Dialog } from "~/ui/Dialog";
import { FillIn } from "~/ui/debtor/FillIn";
import { gapOf } from "~/ui/debtor/gaps";
import { useDone } from "~/ui/Toasts";

/** What a held letter lacks, filled in from the list; the letter is then looked at anew. */
export function FillDialog({ row, onClose }: { row: OutboxRow; onClose: () => void }) {
  const t = useT();
  const done = useDone();
  const gaps = row.reasons?.map((one) => gapOf(one.code)).filter((gap) => gap !== undefined) ?? [];
  return (
    <Dialog title={t("fill.act.of", { name: row.name })} open onClose={onClose}>
      <FillIn
        debtor={row.debtor}
        gaps={gaps}
        act={t("fill.letter")}
        onCancel={onClose}
        onDone={() => {
          done({ text: t("fill.letter.done") });
          onClose();
        }}
      />
    </Dialog>
  );
}
