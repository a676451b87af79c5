import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem, Problem } from "~/api/problem";
import type { Reason } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { FilePlace } from "~/ui/FilePlace";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { Progress } from "~/ui/Progress";
import { useDone } from "~/ui/Toasts";
import { checkFile, fetchFile, type SettingRow, type SettingsTaken, takeSettings } from "../api/allSettings";
import css from "./AllSettings.module.css";
import { Mistakes } from "./Mistakes";
import { Preview } from "./Preview";
import type { Meaning } from "./useMeaning";

interface Props {
  rows: SettingRow[];
  meaning: (name: string, means: string) => Meaning;
  onClose: () => void;
}

interface Chosen {
  name: string;
  words: string;
  company: boolean;
}

/** What the file would do, as of the settings with this tag. */
interface Foreseen extends SettingsTaken {
  etag: string | undefined;
}

/** Reads a file of settings: chosen, foreseen with what must be corrected, and then taken whole or not at all. */
export function FileDialog({ rows, meaning, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [foreseen, setForeseen] = useState<Foreseen>();
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [wrong, setWrong] = useState<Reason[]>([]);

  const refuse = (thrown: unknown) => {
    const refused = asProblem(thrown);
    const { code, field, detail, remedy, errors } = refused;
    if (errors.length) setWrong(errors);
    else if (code.startsWith("json."))
      setWrong([{ code, field: field ?? "", detail: detail ?? "", remedy: remedy ?? "" }]);
    else setProblem(refused);
  };
  const foresee = async (wish: Chosen) => {
    setChosen(wish);
    setBusy(true);
    setProblem(undefined);
    setWrong([]);
    try {
      const { etag } = await fetchFile(org);
      const taken = await checkFile(org, wish);
      setForeseen({ ...taken, etag });
      setWrong(taken.wrong);
    } catch (thrown) {
      refuse(thrown);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (file: File) => {
    setForeseen(undefined);
    setStale(false);
    // What cannot be read is no file of settings, either.
    const words = await file.text().catch(() => "");
    await foresee({ name: file.name, words, company: false });
  };
  const apply = async (wish: Chosen, { etag }: Foreseen) => {
    setBusy(true);
    setProblem(undefined);
    setStale(false);
    try {
      const { changes, cases_changed } = await takeSettings(org, wish, etag);
      await queries.invalidateQueries();
      const counted = t("settings-file.done", { n: changes.length });
      done({ text: cases_changed ? `${counted}. ${t("settings-file.cases", { n: cases_changed })}` : counted });
      onClose();
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === "http.precondition") {
        await foresee(wish);
        setStale(true);
      } else refuse(thrown);
    } finally {
      setBusy(false);
    }
  };
  const another = () => {
    setChosen(undefined);
    setForeseen(undefined);
    setWrong([]);
    setProblem(undefined);
  };

  const shown = () => {
    if (!chosen)
      return (
        <FilePlace
          label={t("settings-file.choose")}
          help={t("settings-file.help")}
          accept=".json,application/json"
          onFile={choose}
        />
      );
    if (wrong.length > 0) return <Mistakes of={wrong} words={chosen.words} />;
    if (foreseen)
      return (
        <Preview
          of={foreseen}
          company={chosen.company}
          onCompany={(company) => foresee({ ...chosen, company })}
          meaningOf={(name) => meaning(name, rows.find((row) => row.name === name)?.means ?? "")}
        />
      );
    return busy && <Progress label={t("settings-file.reading", { file: chosen.name })} done={0} />;
  };
  const n = foreseen?.changes.length ?? 0;
  return (
    <Dialog title={t("settings-file.title")} open onClose={onClose} wide>
      <div className={css.dialog}>
        {stale && <Notice tone="wait">{t("settings-file.stale")}</Notice>}
        {shown()}
        {problem && <ProblemNotice problem={problem} />}
      </div>
      <Ends>
        {chosen && !busy && <Button onPress={another}>{t("settings-file.another")}</Button>}
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        {chosen && foreseen && wrong.length === 0 && n > 0 && (
          <Button kind="primary" busy={busy} onPress={() => apply(chosen, foreseen)}>
            {t("settings-file.apply", { n })}
          </Button>
        )}
      </Ends>
    </Dialog>
  );
}
