import { useState } from "react";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { ProblemNotice } from "~/ui/Notice";

interface Props {
  title: string;
  /** What comes of it. */
  text: string;
  act: string;
  onAct: () => Promise<void>;
  onClose: () => void;
}

/** Says what comes of an act that cannot be undone, and asks. */
export function AskDialog({ title, text, act, onAct, onClose }: Props) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const press = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onAct();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <p>{text}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Ends>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        <Button kind="primary" busy={busy} onPress={press}>
          {act}
        </Button>
      </Ends>
    </Dialog>
  );
}
