import { lazy, Suspense, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { IconDownload } from "../icons";
import { Menu } from "../Menu";
import type { Column } from "../table/types";
import { useTrying } from "../useTrying";
import css from "./ListPage.module.css";
import type { SheetForm, SheetOf } from "./sheet";

const FailedDialog = lazy(() => import("../FailedDialog"));
const Paper = lazy(async () => ({ default: (await import("./Paper")).Paper }));

interface Props<R> {
  title: string;
  columns: Column<R>[];
  count: number;
  /** What the server makes a file of. */
  sheet: SheetOf;
  /** The rows of the list as it stands, from the server. */
  fetchRows: (offset: number, limit: number) => Promise<R[]>;
}

const step = 200;

/** The list as one sees it, on every page: the same rows, order and columns, for a spreadsheet or on paper. */
export function ExportButton<R>({ title, columns, count, sheet, fetchRows }: Props<R>) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("export_data");
  const making = useTrying();
  const [paper, setPaper] = useState<(string | number)[][]>();
  if (!may || count === 0) return null;
  const valued = columns.filter((column) => column.value);
  const all = async (): Promise<(string | number)[][]> => {
    const rows: R[] = [];
    for (let offset = 0; offset < count; offset += step) rows.push(...(await fetchRows(offset, step)));
    return rows.map((row) => valued.map((column) => column.value?.(row) ?? ""));
  };
  const save = async (form: SheetForm) => {
    const { saveSheet } = await import("./sheet");
    const { language, today } = f;
    await saveSheet({ org, of: sheet, form, title, columns: valued, count, today, language, t });
  };
  return (
    <span className={css.desk}>
      <Menu
        label={t("cases.export")}
        target={
          <Button icon={IconDownload} busy={making.busy}>
            {t("cases.export")}
          </Button>
        }
        items={[
          { text: t("export.book"), onPress: () => void making.run(() => save("xlsx")) },
          { text: t("export.sheet"), onPress: () => void making.run(() => save("csv")) },
          { text: t("export.paper"), onPress: () => void making.run(async () => setPaper(await all())) },
        ]}
      />
      <Suspense fallback={null}>
        {making.problem && <FailedDialog title={t("export.failed")} problem={making.problem} onClose={making.forget} />}
        {paper && <Paper title={title} columns={valued} lines={paper} onDone={() => setPaper(undefined)} />}
      </Suspense>
    </span>
  );
}
