import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useF } from "~/text/format";
import type { CellKind, Column } from "../table/types";
import css from "./Paper.module.css";

export type PaperColumn = Pick<Column<never>, "id" | "head" | "right" | "kind">;

interface Props {
  title: string;
  columns: PaperColumn[];
  lines: (string | number)[][];
  onDone: () => void;
}

/** The whole list on paper: only the printer sees it, and it is gone when the browser has printed. */
export function Paper({ title, columns, lines, onDone }: Props) {
  const f = useF();
  useEffect(() => {
    addEventListener("afterprint", onDone, { once: true });
    document.documentElement.setAttribute("data-paper", "");
    print();
    return () => {
      removeEventListener("afterprint", onDone);
      document.documentElement.removeAttribute("data-paper");
    };
  }, [onDone]);
  const say = (value: string | number, kind: CellKind | undefined) =>
    value === "" ? "" : kind === "money" ? f.money(String(value)) : kind === "day" ? f.day(String(value)) : value;
  return createPortal(
    <div className={css.paper}>
      <h1>
        {title}, {f.words(f.today)}
      </h1>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-right={column.right || undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, n) => (
            <tr key={n}>
              {columns.map((column, at) => (
                <td key={column.id} data-right={column.right || undefined}>
                  {say(line[at] ?? "", column.kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
