import { useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { PaymentFileResult } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { FilePlace } from "~/ui/FilePlace";
import { ProblemNotice } from "~/ui/Notice";
import { Progress } from "~/ui/Progress";
import { takeFile, useMoneyMoved } from "../api/payments";
import { FileResult } from "./FileResult";

/** Takes a file from the bank and tells what it brought. The same file twice counts once. */
export function FileDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const org = useOrg();
  const moved = useMoneyMoved();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [result, setResult] = useState<PaymentFileResult>();
  const take = async (file: File) => {
    setBusy(file.name);
    setProblem(undefined);
    try {
      setResult(await takeFile(org, file));
      await moved();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Dialog title={t("payments.file")} open onClose={onClose}>
      {result ? (
        <>
          <FileResult result={result} />
          <Ends>
            <Button onPress={() => setResult(undefined)}>{t("payments.another")}</Button>
            <Button kind="primary" onPress={onClose}>
              {t("common.close")}
            </Button>
          </Ends>
        </>
      ) : busy ? (
        <Progress label={t("payments.reading", { file: busy })} done={0} />
      ) : (
        <>
          <FilePlace label={t("payments.choose")} help={t("payments.kinds")} onFile={take} />
          {problem && <ProblemNotice problem={problem} />}
        </>
      )}
    </Dialog>
  );
}
