import type { ImportMap } from "~/api/importLedger";
import type { ImportResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { ColumnChoices } from "~/ui/imports/ColumnChoices";
import { Faults } from "~/ui/imports/Faults";
import { LetterWords } from "~/ui/imports/LetterWords";
import { PreviewTable } from "~/ui/imports/PreviewTable";
import { ReadAs } from "~/ui/imports/ReadAs";
import { Notice } from "~/ui/Notice";

interface Props {
  result: ImportResult;
  said: ImportMap | undefined;
  onSay: (map: ImportMap) => void;
}

/** What Frist read of the file: rows, columns, what is refused and why. What it asks is answered here. */
export function Tried({ result, said, onSay }: Props) {
  const t = useT();
  const f = useF();
  const { layout, holds, questions, rejected_rows: bad } = result;
  const good = result.rows - bad;
  const works = questions.length === 0 && good > 0;
  return (
    <>
      <div role="status">
        <Notice tone={works ? "good" : "bad"}>
          <p>
            {works
              ? t("integration.works", { n: good, file: result.file, sum: f.money(result.open) })
              : t("integration.works-not", { file: result.file })}
          </p>
          <p>{t("integration.not-taken")}</p>
        </Notice>
      </div>
      <Faults title={t("import.questions", { n: questions.length })} tone="bad" rows={questions} />
      {layout && (
        <ReadAs layout={layout} said={said} asked={questions.length > 0} onSay={onSay}>
          <ColumnChoices layout={layout} said={said} whole={holds === "open_items"} onSay={onSay} />
        </ReadAs>
      )}
      {layout && holds === "open_items" && <LetterWords layout={layout} said={said} onSay={onSay} />}
      <Faults title={t("import.rejected", { n: bad })} tone="wait" rows={result.rejected} />
      <Faults title={t("import.findings", { n: result.findings.length })} tone="plain" rows={result.findings} />
      <PreviewTable result={result} />
    </>
  );
}
