import { useMemo } from "react";
import type { Reason } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Notice } from "~/ui/Notice";
import css from "./AllSettings.module.css";
import { lineOf, linesOf } from "./lines";

/** What must be corrected in a file: where it stands, what is wrong, and what to do. */
export function Mistakes({ of, words }: { of: Reason[]; words: string }) {
  const t = useT();
  const told = useTold();
  const lines = useMemo(() => linesOf(words), [words]);
  const say = (
    reason: Reason,
  ): { place: string; what: string; remedy?: string | undefined; lang?: "en" | undefined } => {
    const { code, field = "" } = reason;
    const syntax = /^line (\d+) column (\d+)$/.exec(field);
    if (code.startsWith("json.") && syntax) {
      const [, line, column] = syntax;
      return {
        place: t("settings-file.line", { line, column }),
        what: t("settings-file.syntax"),
        remedy: t("settings-file.syntax.remedy"),
      };
    }
    const line = lineOf(lines, field);
    const name = field.replace(/^settings\./, "");
    const place = name && line ? t("settings-file.place", { name, line }) : name;
    if (code === "json.type" && !field) return { place, what: t("settings-file.whole") };
    if (code === "json.type") return { place, what: t("settings-file.type") };
    if (code === "json.unknown_field") return { place, what: t("settings-file.unknown") };
    return { place, ...told(reason) };
  };
  const sorted = [...of].sort((a, b) => (lineOf(lines, a.field ?? "") ?? 0) - (lineOf(lines, b.field ?? "") ?? 0));
  return (
    <>
      <Notice tone="bad">
        <b>{t("settings-file.wrong", { n: of.length })}</b>
        <p>{t("settings-file.wrong.text")}</p>
      </Notice>
      <ul className={css.mistakes}>
        {sorted.map((reason, n) => {
          const { place, what, remedy, lang } = say(reason);
          return (
            <li key={n}>
              {place && <b>{place}</b>}
              <p lang={lang}>{what}</p>
              {remedy && <p lang={lang}>{remedy}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
