import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconAlertTriangle, IconCircleCheck } from "~/ui/icons";
import type { WordingCheck } from "../api/wordings";
import css from "./Wordings.module.css";

type Wrong = NonNullable<WordingCheck["wrong"]>;

/** The line a problem names, counted from 1: “notice.nb.txt:7”. */
export function lineOf(problem: { field?: string | undefined } | null | undefined): number | undefined {
  const m = /:(\d+)$/.exec(problem?.field ?? "");
  return m ? Number(m[1]) : undefined;
}

interface Props {
  id: string;
  /** What the law says; null when it is content, nothing while the first answer is waited for. */
  wrong: Wrong | null | undefined;
  /** The text has been changed since. */
  stale: boolean;
  onLine: (line: number) => void;
  /** Puts the law's words back, when they are known. */
  onRestore: (() => void) | undefined;
}

/** What the law says to the text as it stands, with its line and what to do. */
export function Answer({ id, wrong, stale, onLine, onRestore }: Props) {
  const t = useT();
  const told = useTold();
  const line = lineOf(wrong);
  const words = wrong && told(wrong);
  return (
    <div id={id} className={css.answer} role="status" data-stale={stale || undefined} data-bad={wrong ? "" : undefined}>
      {wrong === undefined ? (
        <p>{t("wordings.checking")}</p>
      ) : words ? (
        <>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
          <div>
            <p>
              {line !== undefined && (
                <button type="button" className={css.line} onClick={() => onLine(line)}>
                  {t("wordings.line", { n: line })}
                </button>
              )}{" "}
              <span lang={words.lang}>{words.what}</span> <span lang={words.lang}>{words.remedy}</span>
            </p>
            {onRestore && (
              <Button kind="text" onPress={onRestore}>
                {t("wordings.restore")}
              </Button>
            )}
          </div>
        </>
      ) : (
        <>
          <IconCircleCheck size={16} stroke={1.7} aria-hidden />
          <p>{t("wordings.lawful")}</p>
        </>
      )}
    </div>
  );
}
