import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import css from "~/ui/imports/Import.module.css";
import { Money } from "~/ui/Money";
import { Tag } from "~/ui/Tag";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { type Taken as Row, useImports } from "../api/imports";

const UndoDialog = lazy(() => import("./UndoDialog"));

/** Files that were taken, the latest first; the latest can be taken back. */
export function Taken() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("import_ledger");
  const queries = useQueryClient();
  const imports = useImports(org);
  const [undoing, setUndoing] = useState<Row>();
  const rows = imports.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  const latest = rows.find((row) => !row.undone);
  const what = (row: Row) => t("import.taken.what", { added: row.added, changed: row.changed, same: row.same });
  const end = (row: Row) =>
    row.undone ? (
      <Tag tone="done">{t("import.taken.undone")}</Tag>
    ) : may && row === latest ? (
      <Button onPress={() => setUndoing(row)} label={t("import.undo.of", { file: row.file })}>
        {t("import.undo")}
      </Button>
    ) : null;
  const columns: Column<Row>[] = [
    { id: "at", head: t("import.taken.at"), width: 150, cell: (row) => f.moment(row.at) },
    { id: "file", head: t("import.taken.file"), cell: (row) => row.file },
    { id: "by", head: t("import.taken.by"), cell: (row) => row.by ?? "" },
    { id: "what", head: t("import.taken.came"), cell: what },
    { id: "open", head: t("cases.open"), right: true, cell: (row) => <Money of={row.open} /> },
    { id: "end", head: t("import.taken.act"), right: true, width: 150, cell: end },
  ];
  return (
    <section>
      <h2>{t("import.taken")}</h2>
      <PlainTable
        caption={t("import.taken")}
        columns={columns}
        rows={rows}
        keyOf={(row) => String(row.import)}
        edges={false}
        phone={(row) => (
          <div className={css.card}>
            <b>{row.file}</b>
            <Money of={row.open} unit />
            <small>
              {f.moment(row.at)} {what(row)}
            </small>
            {end(row)}
          </div>
        )}
      />
      {imports.hasNextPage && (
        <Button busy={imports.isFetchingNextPage} onPress={() => void imports.fetchNextPage()}>
          {t("import.taken.more")}
        </Button>
      )}
      {undoing && (
        <Suspense fallback={null}>
          <UndoDialog
            number={undoing.import}
            file={undoing.file}
            onDone={async () => {
              setUndoing(undefined);
              await queries.invalidateQueries();
            }}
            onClose={() => setUndoing(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
