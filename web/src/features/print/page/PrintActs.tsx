import { lazy, Suspense, useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { OutboxRow } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { IconPrinter } from "~/ui/icons";
import { ProblemNotice } from "~/ui/Notice";
import { saveFile } from "~/ui/saveFile";
import { useDone } from "~/ui/Toasts";
import { printLetters, useLettersMoved } from "../api/letters";

const PostedDialog = lazy(async () => ({ default: (await import("./PostedDialog")).PostedDialog }));

/** Prints what may leave on paper in one PDF; when something is printed, says that it has left. */
export function PrintActs({ ready, whole }: { ready: OutboxRow[]; whole: boolean }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useLettersMoved();
  const [busy, setBusy] = useState(false);
  const [posting, setPosting] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const printed = ready.filter((row) => row.printed).length;
  const print = async () => {
    setBusy(true);
    try {
      const pdf = await printLetters(org);
      if (pdf && pdf.size > 0) saveFile(`${t("print.file")}-${f.today}.pdf`, pdf);
      else done({ text: t("print.nothing") });
      await moved();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {printed > 0 && (
        <Button onPress={() => setPosting(true)}>
          {whole ? t("print.posted", { n: printed }) : t("print.posted.all")}
        </Button>
      )}
      {ready.length > 0 && (
        <Button kind="primary" icon={IconPrinter} onPress={print} busy={busy}>
          {t("print.act")}
        </Button>
      )}
      <Suspense fallback={null}>
        {posting && <PostedDialog count={printed} onClose={() => setPosting(false)} />}
      </Suspense>
      <Dialog title={t("print.failed")} open={problem !== undefined} onClose={() => setProblem(undefined)}>
        {problem && <ProblemNotice problem={problem} />}
      </Dialog>
    </>
  );
}
