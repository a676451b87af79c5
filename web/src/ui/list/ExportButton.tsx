import { lazy, Suspense, useState } from "react";
import { useMay } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { IconDownload } from "../icons";
import { Menu } from "../Menu";
import { saveFile } from "../saveFile";
import type { Column } from "../table/types";
import { csv } from "./csv";
import css from "./ListPage.module.css";

const Paper = lazy(async () => ({ default: (await import("./Paper")).Paper }));

interface Props<R> {
  title: string;
  columns: Column<R>[];
  count: number;
  /** The rows of the list as it stands, from the server. */
  fetchRows: (offset: number, limit: number) => Promise<R[]>;
}

const step = 200;

/** The list as one sees it, on every page: the same rows, order and columns, for a spreadsheet or on paper. */
export function ExportButton<R>({ title, columns, count, fetchRows }: Props<R>) {
  const t = useT();
  const f = useF();
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
  // A sum is a number to the spreadsheet of the reader's language.
  const point = (value: string | number) =>
    f.language !== "en" && typeof value === "string" && /^-?\d+\.\d\d$/.test(value) ? value.replace(".", ",") : value;
  const save = async () => {
    const lines = (await all()).map((line) => line.map(point));
    const text = csv([valued.map((column) => column.head), ...lines], f.language === "en" ? "," : ";");
    saveFile(`${title.toLowerCase()}-${f.today}.csv`, new Blob([text], { type: "text/csv" }));
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
          { text: t("export.sheet"), onPress: () => void save() },
          { text: t("export.paper"), onPress: () => void all().then(setPaper) },
        ]}
      />
      <Suspense fallback={null}>
        {paper && <Paper title={title} columns={valued} lines={paper} onDone={() => setPaper(undefined)} />}
      </Suspense>
    </span>
  );
}
