import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { first, importLedger, rejectedRows, type Wish } from "~/api/importLedger";
import type { Job } from "~/api/jobs";
import { useMay, useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { ImportResult } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { FilePlace } from "~/ui/FilePlace";
import css from "~/ui/imports/Import.module.css";
import { JobProgress } from "~/ui/JobProgress";
import { useWords } from "~/ui/list";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Progress } from "~/ui/Progress";
import { saveFile } from "~/ui/saveFile";
import { Done } from "./Done";
import { FromSystem } from "./FromSystem";
import { Preview } from "./Preview";
import { Taken } from "./Taken";

/** A list of open items: first shown as it is understood, with every fault; taken in when one says so. */
export function ImportPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("import_ledger");
  const queries = useQueryClient();
  const { words, change } = useWords();
  const [left, setLeft] = useState<number>();
  const asked = words.get("jobb") ? Number(words.get("jobb")) : undefined;
  // The address follows later: a job that was left is none any more.
  const job = asked === left ? undefined : asked;
  const [file, setFile] = useState<File>();
  const [waiting, setWaiting] = useState<File[]>([]);
  const [wish, setWish] = useState(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [result, setResult] = useState<ImportResult>();
  const ask = async (chosen: File, words: Wish) => {
    setBusy(true);
    setProblem(undefined);
    setWish(words);
    try {
      const came = await importLedger(org, chosen, words);
      if ("job" in came) {
        change({ jobb: String(came.job) });
        setResult(undefined);
        setFile(undefined);
        await queries.invalidateQueries({ queryKey: ["jobs"] });
        return;
      }
      setResult(came.result);
      if (!words.dry) await queries.invalidateQueries();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const ended = useCallback(
    (done: Job) => {
      setResult(done.answer as ImportResult);
      void queries.invalidateQueries();
    },
    [queries],
  );
  // The next file that was let fall with this one, or none.
  const again = () => {
    const [next, ...rest] = waiting;
    change({ jobb: undefined });
    setLeft(asked);
    setWaiting(rest);
    setFile(next);
    setResult(undefined);
    setProblem(undefined);
    setWish(first);
    if (next) void ask(next, first);
  };
  const name = result?.file ?? file?.name ?? "";
  const giveBack =
    file && result?.gives_back
      ? async () => {
          try {
            saveFile(`${name}.rejected.${result.gives_back}`, await rejectedRows(org, file, wish));
          } catch (error) {
            setProblem(asProblem(error));
          }
        }
      : undefined;
  return (
    <Page title={t("nav.import")}>
      <div className={css.body}>
        {!may && <Notice tone="plain">{t("import.read-only")}</Notice>}
        {job !== undefined && !result && (
          <>
            <JobProgress job={job} label={t("nav.import")} onEnd={ended} />
            <div>
              <Button onPress={again}>{t("payments.another")}</Button>
            </div>
          </>
        )}
        {may && !file && job === undefined && (
          <>
            <p className={css.lead}>{t("import.text")}</p>
            <FromSystem />
            <FilePlace
              label={t("payments.choose")}
              help={t("import.kinds")}
              onFile={(chosen) => {
                setFile(chosen);
                void ask(chosen, first);
              }}
              onMore={setWaiting}
            />
          </>
        )}
        {!file && job === undefined && <Taken />}
        {file && waiting.length > 0 && <p className={css.lead}>{t("import.waiting", { n: waiting.length })}</p>}
        {busy && file && <Progress label={t("payments.reading", { file: file.name })} done={0} />}
        {problem && <ProblemNotice problem={problem} />}
        {file && result && !result.stored && (
          <Preview
            result={result}
            wish={wish}
            busy={busy}
            onAsk={(words) => ask(file, words)}
            onAgain={again}
            onGiveBack={giveBack}
          />
        )}
        {result?.stored && (
          <Done
            result={result}
            more={waiting.length}
            onAgain={again}
            onUndone={async () => {
              again();
              await queries.invalidateQueries();
            }}
            onGiveBack={giveBack}
          />
        )}
      </div>
    </Page>
  );
}
