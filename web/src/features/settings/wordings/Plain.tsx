import type { ReactNode } from "react";
import { useF } from "~/text/format";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { IconAlertTriangle, IconCheck } from "~/ui/icons";
import { Tag } from "~/ui/Tag";
import type { Clarity, LetterKind } from "../api/wordings";
import css from "./Wordings.module.css";
import { type Question, questionsOf, questionWords } from "./words";

type Finding = Clarity["findings"][number];

/** Which part of the score a finding belongs to. */
function partOf({ detail }: Finding): "sentences" | "words" | "questions" {
  if (detail.startsWith("a sentence of")) return "sentences";
  return detail.includes("LIX") ? "words" : "questions";
}

const asks = (detail: string) => /^the letter does not answer: (.*)$/.exec(detail)?.[1] as Question | undefined;

interface Props {
  of: Clarity | undefined;
  kind: LetterKind;
  stale: boolean;
  onLine: (line: number) => void;
}

/** How plain the text is: its score, and what makes it: sentences, words, and what a reader asks first. */
export function Plain({ of, kind, stale, onLine }: Props) {
  const t = useT();
  const f = useF();
  const says = useSays();
  if (!of) return <p className={css.note}>{t("wordings.plain.later")}</p>;
  const found = (part: ReturnType<typeof partOf>) =>
    of.findings.filter((one) => partOf(one) === part && !asks(one.detail));
  const missing = new Set(of.findings.map((one) => asks(one.detail)));
  const findings = (part: ReturnType<typeof partOf>) => (
    <ul className={css.findings}>
      {found(part).map((one, n) => {
        const { text, ours } = says(one.detail);
        return (
          <li key={n}>
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
            <span>
              {part !== "words" && (
                <button type="button" className={css.line} onClick={() => onLine(one.line)}>
                  {t("wordings.line", { n: one.line })}
                </button>
              )}{" "}
              <span lang={ours ? undefined : "en"}>{ours ? text : `${one.detail}. ${one.remedy}`}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
  const part = (title: string, lead: ReactNode, inside: ReactNode) => (
    <section className={css.plainPart}>
      <h2>{title}</h2>
      {lead && <p className={css.note}>{lead}</p>}
      {inside}
    </section>
  );
  const questions = questionsOf(kind);
  const hard = of.score < of.least;
  return (
    <div className={css.plain} data-stale={stale || undefined}>
      <p className={css.big}>
        <b>{f.count(of.score)}</b> {t("wordings.plain.of")}
        <Tag tone={hard ? "wait" : "good"}>{t(hard ? "wordings.plain.hard" : "wordings.plain.easy")}</Tag>
      </p>
      <p className={css.note}>{t("wordings.plain.how", { least: f.count(of.least) })}</p>
      {part(
        t("wordings.plain.sentences"),
        t("wordings.plain.sentences.text", { n: of.sentences, words: f.count(of.words) }),
        findings("sentences"),
      )}
      {part(
        t("wordings.plain.words"),
        t("wordings.plain.words.text", { n: of.long_words, lix: f.count(of.lix) }),
        findings("words"),
      )}
      {part(
        t("wordings.plain.questions"),
        questions.length === 0 ? t("wordings.plain.questions.none") : t("wordings.plain.questions.text"),
        <>
          <ul className={css.findings}>
            {questions.map((question) => (
              <li key={question} data-good={missing.has(question) ? undefined : ""}>
                {missing.has(question) ? (
                  <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
                ) : (
                  <IconCheck size={14} stroke={1.8} aria-hidden />
                )}
                <span>
                  {t(questionWords[question])}{" "}
                  {missing.has(question) ? (
                    t("wordings.question.missing")
                  ) : (
                    <span className="ear-only">{t("wordings.question.answered")}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {findings("questions")}
        </>,
      )}
    </div>
  );
}
