import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addCreditors, type CreditorImport } from "~/api/addCreditors";
import { meQuery } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { FilePlace } from "~/ui/FilePlace";
import { Faults } from "~/ui/imports/Faults";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { Progress } from "~/ui/Progress";
import { useDone } from "~/ui/Toasts";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { useTrying } from "~/ui/useTrying";
import css from "../page/Settings.module.css";

type Row = CreditorImport["rows"][number];

/** Many creditors from one list: shown first, with every mistake; then added, all of them or none. */
export function ManyCreditors({ onClose }: { onClose: () => void }) {
  const t = useT();
  const done = useDone();
  const queries = useQueryClient();
  const { run, busy, problem } = useTrying();
  const [file, setFile] = useState<File>();
  const [seen, setSeen] = useState<CreditorImport>();
  const look = (chosen: File) => {
    setFile(chosen);
    setSeen(undefined);
    void run(async () => setSeen(await addCreditors(chosen, true)));
  };
  const add = () =>
    run(async () => {
      if (!file) return;
      const came = await addCreditors(file, false);
      setSeen(came);
      if (!came.stored) return;
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      done({ text: t("creditors.many.done", { n: came.fresh }) });
      onClose();
    });
  const columns: Column<Row>[] = [
    { id: "name", head: t("creditor.name"), cell: (row) => row.name },
    { id: "org", head: t("creditor.org"), cell: (row) => row.org_number },
    {
      id: "state",
      head: t("creditors.many.state"),
      cell: (row) => t(row.known ? "creditors.many.is-known" : "creditors.many.is-new"),
    },
  ];
  const good = seen && seen.rejected.length === 0 && seen.fresh > 0;
  return (
    <Dialog title={t("creditors.many")} open wide onClose={onClose}>
      <div className={css.section}>
        <p>{t("creditors.many.text")}</p>
        <p className={css.lead}>{t("creditors.many.columns")}</p>
        <FilePlace label={t("payments.choose")} help={t("creditors.many.kinds")} onFile={look} />
        {busy && file && !seen && <Progress label={t("payments.reading", { file: file.name })} done={0} />}
        {problem && <ProblemNotice problem={problem} />}
        {seen && (
          <>
            <div role="status">
              {seen.rejected.length === 0 && (
                <Notice tone="good">{t("creditors.many.found", { n: seen.fresh, known: seen.known })}</Notice>
              )}
            </div>
            <Faults title={t("creditors.many.rejected", { n: seen.rejected.length })} tone="bad" rows={seen.rejected} />
            {seen.rows.length > 0 && (
              <PlainTable
                caption={t("settings.creditors")}
                columns={columns}
                rows={seen.rows}
                keyOf={(row) => String(row.row)}
                edges={false}
              />
            )}
          </>
        )}
      </div>
      <Ends>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        {good && (
          <Button kind="primary" busy={busy} onPress={() => void add()}>
            {t("creditors.many.act", { n: seen.fresh })}
          </Button>
        )}
      </Ends>
    </Dialog>
  );
}
