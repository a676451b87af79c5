import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useF } from "~/text/format";
import css from "./Paper.module.css";

interface Props {
  title: string;
  columns: { id: string; head: string; right?: boolean }[];
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
  const say = (value: string | number) =>
    typeof value === "string" && /^-?\d+\.\d\d$/.test(value)
      ? f.money(value)
      : typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)
        ? f.day(value)
        : value;
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
                  {say(line[at] ?? "")}
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
