import { useState } from "react";
import { useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { usePractice } from "~/api/practice";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";

/** Asks before the invented cases go, and leads back to the real ones. */
export function EndPractice({ onClose }: { onClose: () => void }) {
  const t = useT();
  const go = useNavigate();
  const done = useDone();
  const practice = usePractice(useOrg());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const end = async () => {
    setBusy(true);
    try {
      await practice.end();
      localStorage.removeItem("frist.creditor");
      done({ text: t("practice.ended") });
      go("/");
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`${t("practice.end")}?`} open onClose={onClose}>
      <p>{t("practice.end.text")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Ends>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        <Button kind="primary" busy={busy} onPress={end}>
          {t("practice.end")}
        </Button>
      </Ends>
    </Dialog>
  );
}
