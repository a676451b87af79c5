import type { Debtor } from "~/api/types";
import { useT } from "~/text/texts";
import { Dialog } from "~/ui/Dialog";
import { DebtorForm } from "~/ui/debtor/DebtorForm";
import { useDone } from "~/ui/Toasts";

interface Props {
  one: Debtor;
  etag: string | undefined;
  onClose: () => void;
}

/** Changes the debtor over its page. */
export function ChangeDialog({ one, etag, onClose }: Props) {
  const t = useT();
  const done = useDone();
  return (
    <Dialog title={t("debtor.change")} open onClose={onClose}>
      <DebtorForm
        one={one}
        etag={etag}
        act={t("common.save")}
        onCancel={onClose}
        onDone={() => {
          done({ text: t("common.saved") });
          onClose();
        }}
      />
    </Dialog>
  );
}
