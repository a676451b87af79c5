import type { ImportResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { Options } from "~/ui/Options";
import type { Wish } from "../api/importLedger";
import { Faults } from "./Faults";
import css from "./Import.module.css";
import { PreviewTable } from "./PreviewTable";

interface Props {
  result: ImportResult;
  wish: Wish;
  busy: boolean;
  onAsk: (wish: Wish) => void;
  onAgain: () => void;
}

/** What the file holds as it was understood, what is wrong with it, and what has to be said before it is taken in. */
export function Preview({ result, wish, busy, onAsk, onAgain }: Props) {
  const t = useT();
  const f = useF();
  const open = result.questions.length > 0;
  return (
    <>
      <section className={css.head}>
        <h2>{result.file}</h2>
        <p role="status">
          {t("import.holds", { n: result.rows, bad: result.rejected.length })}{" "}
          {result.open && t("import.sum", { sum: f.money(result.open) })}
        </p>
      </section>
      <Faults title={t("import.questions", { n: result.questions.length })} tone="bad" rows={result.questions} />
      <Faults
        title={t("import.rejected", { n: result.rejected.length })}
        tone="wait"
        rows={result.rejected}
        csv={result.rejected_csv}
        file={result.file}
      />
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
      <Options
        label={t("import.complete")}
        value={wish.complete ? "yes" : "no"}
        onChoose={(value) => onAsk({ ...wish, dry: true, complete: value === "yes" })}
        options={[
          { value: "no", label: t("import.complete.no") },
          { value: "yes", label: t("import.complete.yes") },
        ]}
      />
      <PreviewTable result={result} />
      {open && <Notice tone="bad">{t("import.blocked")}</Notice>}
      <div className={css.acts}>
        <Button onPress={onAgain}>{t("import.other")}</Button>
        {!open && result.rows > 0 && (
          <Button kind="primary" busy={busy} onPress={() => onAsk({ ...wish, dry: false })}>
            {t("import.act", { n: result.rows - result.rejected.length })}
          </Button>
        )}
      </div>
    </>
  );
}
