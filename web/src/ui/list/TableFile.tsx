import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { fetchWords } from "~/text/says";
import { useT } from "~/text/texts";
import type { Column } from "../table/types";
import { FileMenu, type Lines } from "./FileMenu";
import type { SheetForm, Told } from "./sheet";

interface Props<R> {
  title: string;
  columns: Column<R>[];
  /** The rows as they stand on the screen, or what fetches them when the screen holds only the first. */
  rows: R[] | (() => Promise<R[]>);
  /** The filters at work, in words. */
  narrowed?: Told[];
  plain?: boolean;
  word?: string;
  /** Whether cells hold the server's reasons, whose words are waited for. */
  reasons?: boolean;
}

/** A table that the screen holds whole, as a file: the same rows, order and columns, each cell as what it is. */
export function TableFile<R>({ title, columns, rows, narrowed = [], reasons = false, plain = false, word }: Props<R>) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("export_data");
  if (!may || (Array.isArray(rows) && rows.length === 0)) return null;
  const valued = columns.filter((column) => column.value);
  const lines = async (): Promise<Lines> => {
    const [all] = await Promise.all([Array.isArray(rows) ? rows : rows(), reasons && fetchWords(f.language)]);
    return all.map((row) => valued.map((column) => column.value?.(row) ?? ""));
  };
  const save = async (form: SheetForm) => {
    const { saveTable } = await import("./sheet");
    const { language, today } = f;
    const all = await lines();
    await saveTable({ org, form, title, columns: valued, lines: all, narrowed, today, language, t });
  };
  return <FileMenu title={title} columns={valued} save={save} lines={lines} plain={plain} word={word} />;
}
