import { lazy, Suspense, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { IconDownload } from "../icons";
import { Menu } from "../Menu";
import type { Column } from "../table/types";
import css from "./ListPage.module.css";
import type { SheetForm, SheetOf } from "./sheet";

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
  const [busy, setBusy] = useState(false);
  const [paper, setPaper] = useState<(string | number)[][]>();
  if (!may || count === 0) return null;
  const valued = columns.filter((column) => column.value);
  const all = async (): Promise<(string | number)[][]> => {
    setBusy(true);
    try {
      const rows: R[] = [];
      for (let offset = 0; offset < count; offset += step) rows.push(...(await fetchRows(offset, step)));
      return rows.map((row) => valued.map((column) => column.value?.(row) ?? ""));
    } finally {
      setBusy(false);
    }
  };
  const save = async (form: SheetForm) => {
    setBusy(true);
    try {
      const { saveSheet } = await import("./sheet");
      const { language, today } = f;
      await saveSheet({ org, of: sheet, form, title, columns: valued, count, today, language, t });
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={css.desk}>
      <Menu
        label={t("cases.export")}
        target={
          <Button icon={IconDownload} busy={busy}>
            {t("cases.export")}
          </Button>
        }
        items={[
          { text: t("export.book"), onPress: () => void save("xlsx") },
          { text: t("export.sheet"), onPress: () => void save("csv") },
          { text: t("export.paper"), onPress: () => void all().then(setPaper) },
        ]}
      />
      <Suspense fallback={null}>
        {paper && <Paper title={title} columns={valued} lines={paper} onDone={() => setPaper(undefined)} />}
      </Suspense>
    </span>
  );
}
