import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import type { Column } from "../table/types";
import { FileMenu } from "./FileMenu";
import type { SheetForm, SheetOf } from "./sheet";

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
  if (!may || count === 0) return null;
  const valued = columns.filter((column) => column.value);
  const lines = async () => {
    const rows: R[] = [];
    for (let offset = 0; offset < count; offset += step) rows.push(...(await fetchRows(offset, step)));
    return rows.map((row) => valued.map((column) => column.value?.(row) ?? ""));
  };
  const save = async (form: SheetForm) => {
    const { saveSheet } = await import("./sheet");
    const { language, today } = f;
    await saveSheet({ org, of: sheet, form, title, columns: valued, count, today, language, t });
  };
  return <FileMenu title={title} columns={valued} save={save} lines={lines} />;
}
