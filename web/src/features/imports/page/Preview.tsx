import type { Wish } from "~/api/importLedger";
import type { ImportResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { ColumnChoices } from "~/ui/imports/ColumnChoices";
import { Faults } from "~/ui/imports/Faults";
import css from "~/ui/imports/Import.module.css";
import { LetterWords } from "~/ui/imports/LetterWords";
import { PreviewTable } from "~/ui/imports/PreviewTable";
import { ReadAs } from "~/ui/imports/ReadAs";
import { Notice } from "~/ui/Notice";
import { Options } from "~/ui/Options";
import { Control } from "./Control";
import { Template } from "./Template";

interface Props {
  result: ImportResult;
  wish: Wish;
  busy: boolean;
  onAsk: (wish: Wish) => void;
  onAgain: () => void;
  onGiveBack: (() => Promise<void>) | undefined;
}

/** What a file is said to hold; how much of it is right is not known before its questions are answered. */
function heldBy({ holds, questions }: ImportResult) {
  if (questions.length > 0) return "import.holds.asked";
  return holds === "contacts" ? "import.holds.contacts" : "import.holds";
}

/** What the file holds as it was understood, what is wrong with it, and what has to be said before it is taken in. */
export function Preview({ result, wish, busy, onAsk, onAgain, onGiveBack }: Props) {
  const t = useT();
  const f = useF();
  const { layout, holds, questions, rejected_rows: bad } = result;
  const say = (map: Wish["map"]) => onAsk({ ...wish, dry: true, map });
  // Rows with mistakes stop the file unless one has said to leave them out; that is asked below, with both ways.
  const stops = result.stops.filter((one) => one.code !== "import.rejected").map((one) => ({ ...one, column: "" }));
  const open = questions.length > 0 || result.stops.length > 0;
  const good = result.rows - bad;
  return (
    <>
      <section className={css.head}>
        <h2>{result.file}</h2>
        <p role="status">
          {result.rows === 0 && t("import.unread")}
          {result.rows > 0 && t(heldBy(result), { n: result.rows, bad })}{" "}
          {result.rows > 0 &&
            holds !== "contacts" &&
            questions.length === 0 &&
            t("import.sum", { sum: f.money(result.open) })}{" "}
          {result.known > 0 && t("import.known", { n: result.known })}
        </p>
      </section>
      <Template result={result} said={wish.map} onForgotten={() => say(undefined)} />
      <Faults title={t("import.questions", { n: questions.length })} tone="bad" rows={questions} />
      <Faults title={t("import.stops", { n: stops.length })} tone="bad" rows={stops} />
      {layout && (
        <ReadAs layout={layout} said={wish.map} asked={questions.length > 0} onSay={say}>
          <ColumnChoices layout={layout} said={wish.map} whole={holds === "open_items"} onSay={say} />
        </ReadAs>
      )}
      {layout && holds === "open_items" && <LetterWords layout={layout} said={wish.map} onSay={say} />}
      <Faults title={t("import.rejected", { n: bad })} tone="wait" rows={result.rejected} onGiveBack={onGiveBack} />
      {bad > 0 && holds !== "contacts" && (
        <Options
          label={t("import.good")}
          value={wish.goodRows ? "yes" : "no"}
          onChoose={(value) => onAsk({ ...wish, dry: true, goodRows: value === "yes" })}
          options={[
            { value: "no", label: t("import.good.no") },
            { value: "yes", label: t("import.good.yes", { n: good }) },
          ]}
        />
      )}
      <Faults title={t("import.findings", { n: result.findings.length })} tone="plain" rows={result.findings} />
      {result.kind_unknown > 0 && (
        <Options
          label={t("import.kind", { n: result.kind_unknown })}
          value={wish.kind}
          onChoose={(kind) => onAsk({ ...wish, dry: true, kind })}
          options={[
            { value: "", label: t("import.kind.later") },
            { value: "company", label: t("import.kind.company") },
            { value: "person", label: t("import.kind.person") },
          ]}
        />
      )}
      {holds === "open_items" && questions.length === 0 && (
        <>
          <Options
            label={t("import.complete")}
            value={wish.complete ? "yes" : "no"}
            onChoose={(value) => onAsk({ ...wish, dry: true, complete: value === "yes" })}
            options={[
              { value: "no", label: t("import.complete.no") },
              { value: "yes", label: t("import.complete.yes") },
            ]}
          />
          <Control wish={wish} onAsk={onAsk} />
        </>
      )}
      <PreviewTable result={result} />
      {questions.length > 0 && <Notice tone="bad">{t("import.blocked")}</Notice>}
      <div className={css.acts}>
        <Button onPress={onAgain}>{t("import.other")}</Button>
        {!open && good > 0 && (
          <Button kind="primary" busy={busy} onPress={() => onAsk({ ...wish, dry: false })}>
            {t("import.act", { n: good })}
          </Button>
        )}
      </div>
    </>
  );
}
