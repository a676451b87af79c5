import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { first, importLedger, type Wish } from "~/api/importLedger";
import { connect, type ListSource } from "~/api/integration";
import { useOrg } from "~/api/me";
import type { ImportResult } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Ends } from "~/ui/Ends";
import { FilePlace } from "~/ui/FilePlace";
import { HowTo, sourceName } from "~/ui/imports/HowTo";
import { ProblemNotice } from "~/ui/Notice";
import { Options } from "~/ui/Options";
import { Progress } from "~/ui/Progress";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";
import css from "../page/Settings.module.css";
import { Tried } from "./Tried";

interface Props {
  known: ListSource[];
  onClose: () => void;
}

/** The system is chosen, its file got and tried; only then can one finish. Nothing of the file is taken in. */
export function SetUp({ known, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const queries = useQueryClient();
  const [source, setSource] = useState<ListSource>();
  const [file, setFile] = useState<File>();
  const [wish, setWish] = useState(first);
  const [result, setResult] = useState<ImportResult>();
  const trying = useTrying();
  const finishing = useTrying();
  const attempt = (chosen: File, words: Wish) => {
    setFile(chosen);
    setWish(words);
    finishing.forget();
    return trying.run(async () => {
      const came = await importLedger(org, chosen, words);
      if ("result" in came) setResult(came.result);
    });
  };
  const choose = (chosen: ListSource) => {
    setSource(chosen);
    setFile(undefined);
    setResult(undefined);
    trying.forget();
    finishing.forget();
  };
  const finish = () =>
    finishing.run(async () => {
      if (!source || !file) return;
      await connect(org, source, file, wish);
      await queries.invalidateQueries({ queryKey: ["integration"] });
      await queries.invalidateQueries({ queryKey: ["import-templates"] });
      done({ text: t("integration.done", { source: t(sourceName[source]) }) });
      onClose();
    });
  const good = result && result.questions.length === 0 && result.rows > result.rejected_rows;
  return (
    <>
      <section className={css.section}>
        <h3>{t("integration.step.choose")}</h3>
        <Options
          label={t("integration.which")}
          value={source ?? ("" as ListSource)}
          onChoose={choose}
          options={known.map((value) => ({ value, label: t(sourceName[value]) }))}
        />
        <p className={css.lead}>{t("integration.which.text")}</p>
      </section>
      {source && (
        <section className={css.section}>
          <h3>{t("integration.step.get")}</h3>
          <HowTo source={source} />
        </section>
      )}
      {source && (
        <section className={css.section}>
          <h3>{t("integration.step.try")}</h3>
          <p className={css.lead}>{t("integration.try.text")}</p>
          <FilePlace
            label={t(file ? "integration.try.other" : "payments.choose")}
            help={t("integration.kinds")}
            onFile={(chosen) => {
              setResult(undefined);
              void attempt(chosen, first);
            }}
          />
          {trying.busy && file && <Progress label={t("payments.reading", { file: file.name })} done={0} />}
          {trying.problem && <ProblemNotice problem={trying.problem} />}
          {file && result && (
            <Tried result={result} said={wish.map} onSay={(map) => void attempt(file, { ...wish, map })} />
          )}
        </section>
      )}
      <Ends>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        {good && (
          <Button kind="primary" busy={finishing.busy} onPress={() => void finish()}>
            {t("integration.finish")}
          </Button>
        )}
      </Ends>
      {finishing.problem && <ProblemNotice problem={finishing.problem} />}
    </>
  );
}
