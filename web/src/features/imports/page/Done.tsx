import { useOrg } from "~/api/me";
import type { ImportResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { Faults } from "./Faults";
import css from "./Import.module.css";

/** What came of an import: new, changed, the same and paid; and the rows that were given back. */
export function Done({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const counts = [
    ["import.added", result.added],
    ["import.changed", result.changed],
    ["import.same", result.same],
    ["import.paid", result.paid_in_ledger],
  ] as const;
  return (
    <>
      <Notice tone="good">
        <b role="status">{t("import.done", { file: result.file })}</b>
      </Notice>
      <dl className={css.counts}>
        {counts.map(([text, n]) => (
          <div key={text}>
            <dt>{t(text)}</dt>
            <dd className="numbers">{f.count(n ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <Faults
        title={t("import.rejected", { n: result.rejected.length })}
        tone="wait"
        rows={result.rejected}
        csv={result.rejected_csv}
        file={result.file}
      />
      <div className={css.acts}>
        <Button onPress={onAgain}>{t("payments.another")}</Button>
        <ButtonLink to={`/${org}/reskontro`} kind="primary">
          {t("import.to-ledger")}
        </ButtonLink>
      </div>
    </>
  );
}
