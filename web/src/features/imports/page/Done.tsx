import { lazy, Suspense, useState } from "react";
import { useOrg } from "~/api/me";
import type { ImportResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Faults } from "~/ui/imports/Faults";
import css from "~/ui/imports/Import.module.css";
import { Notice } from "~/ui/Notice";

const UndoDialog = lazy(() => import("./UndoDialog"));

interface Props {
  result: ImportResult;
  /** How many files wait behind this one. */
  more: number;
  onAgain: () => void;
  onUndone: () => void | Promise<void>;
  onGiveBack: (() => Promise<void>) | undefined;
}

/** What came of an import: new, changed, the same and paid; the rows that were given back; and the way back. */
export function Done({ result, more, onAgain, onUndone, onGiveBack }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const [undoing, setUndoing] = useState(false);
  const { contacts } = result;
  const counts = contacts
    ? ([
        ["import.contacts.completed", contacts.completed],
        ["import.same", contacts.same],
        ["import.contacts.unknown", contacts.unknown],
      ] as const)
    : ([
        ["import.added", result.added],
        ["import.changed", result.changed],
        ["import.same", result.same],
        ["import.paid", result.paid_in_ledger],
      ] as const);
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
        title={t("import.rejected", { n: result.rejected_rows })}
        tone="wait"
        rows={result.rejected}
        onGiveBack={onGiveBack}
      />
      <div className={css.acts}>
        {result.import != null && <Button onPress={() => setUndoing(true)}>{t("import.undo")}</Button>}
        <Button onPress={onAgain}>{more > 0 ? t("import.next", { n: more }) : t("payments.another")}</Button>
        <ButtonLink to={`/${org}/reskontro`} kind="primary">
          {t("import.to-ledger")}
        </ButtonLink>
      </div>
      {undoing && result.import != null && (
        <Suspense fallback={null}>
          <UndoDialog number={result.import} file={result.file} onDone={onUndone} onClose={() => setUndoing(false)} />
        </Suspense>
      )}
    </>
  );
}
