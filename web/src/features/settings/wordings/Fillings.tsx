import { useQuery } from "@tanstack/react-query";
import { useLanguage, useT } from "~/text/texts";
import { fetchFillings } from "~/text/wordings/fillings";
import { Button } from "~/ui/Button";
import css from "./Wordings.module.css";

interface Props {
  ours: string;
  /** Writes words where the cursor is; without it the text is only read. */
  onWrite: ((words: string) => void) | undefined;
}

/** What may stand between {{ and }}: what each becomes in the letter, and when the words between two are there. */
export function Fillings({ ours, onWrite }: Props) {
  const t = useT();
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ["fillings", language],
    queryFn: () => fetchFillings(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return <p className={css.note}>{t("common.waiting")}</p>;
  const used = (name: string) => new RegExp(`\\{\\{[#^/]?\\s*${name}\\s*\\}\\}|, (?:if|unless) ${name}\\b`).test(ours);
  const list = (rows: [string, string][], wordsOf: (name: string) => string) => (
    <dl className={css.fillings}>
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>
            <code>{wordsOf(name)}</code>
            {onWrite && (
              <Button
                kind="text"
                label={t("wordings.insert.of", { what: name })}
                onPress={() => onWrite(wordsOf(name))}
              >
                {t("wordings.insert")}
              </Button>
            )}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
  const value = (name: string) => `{{${name}}}`;
  const condition = (name: string) => `{{#${name}}}…{{/${name}}}`;
  const words = Object.entries(data.words);
  const conditions = Object.entries(data.conditions);
  const here = (rows: [string, string][], is: boolean) => rows.filter(([name]) => used(name) === is);
  return (
    <div className={css.plain}>
      <p className={css.note}>{t("wordings.fillings.text")}</p>
      <h2>{t("wordings.fillings.here")}</h2>
      {list(here(words, true), value)}
      <h2>{t("wordings.conditions")}</h2>
      <p className={css.note}>{t("wordings.conditions.text", { else: "{{^one}}…{{/one}}", name: "one" })}</p>
      {list(here(conditions, true), condition)}
      <details>
        <summary>{t("wordings.fillings.others")}</summary>
        <p className={css.note}>{t("wordings.fillings.others.text")}</p>
        {list(here(words, false), value)}
        {list(here(conditions, false), condition)}
      </details>
      <h2>{t("wordings.marks")}</h2>
      <dl className={css.fillings}>
        {(["title", "mail", "lead", "answer", "section", "table", "bold", "note"] as const).map((mark) => (
          <div key={mark}>
            <dt>
              <code>{marks[mark]}</code>
            </dt>
            <dd>{t(`wordings.mark.${mark}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const marks = {
  title: "[title]",
  mail: "[mail]",
  lead: "[lead]",
  answer: "[answer …]  ? …",
  section: "[section …]  ## …",
  table: "[sums] [interest] [payments]",
  bold: "**…**",
  note: "# …",
};
