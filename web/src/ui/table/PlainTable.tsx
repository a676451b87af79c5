import type { ReactNode } from "react";
import { usePhone } from "../useMedia";
import { Head } from "./Head";
import { Row } from "./Row";
import css from "./Table.module.css";
import type { Column, Sorting } from "./types";

interface Props<R> {
  caption: string;
  columns: Column<R>[];
  rows: R[];
  keyOf: (row: R) => string;
  phone?: (row: R) => ReactNode;
  /** false: the table stands in a text, without the sheet's margins. */
  edges?: boolean;
  sorting?: Sorting;
  /** What stands under a column, in a row that stays in sight. */
  foot?: (column: Column<R>) => ReactNode;
  /** true: what is around it scrolls, so that head and foot stay in sight there. */
  inside?: boolean;
}

/** A short list: every row is in the page. On a phone it is a list of what `phone` draws. */
export function PlainTable<R>(props: Props<R>) {
  const { caption, columns, rows, keyOf, phone: phoneRow, edges = true, sorting, foot, inside = false } = props;
  const phone = usePhone();
  if (phone && phoneRow)
    return (
      <ul className={css.list} aria-label={caption}>
        {rows.map((row) => (
          <li key={keyOf(row)} className={css.item}>
            {phoneRow(row)}
          </li>
        ))}
      </ul>
    );
  return (
    <div className={inside ? undefined : css.wide}>
      <table className={css.table} data-plain data-bare={!edges || undefined}>
        <caption className="ear-only">{caption}</caption>
        <Head columns={columns} sorting={sorting} />
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={keyOf(row)}
              index={index}
              row={row}
              rowKey={keyOf(row)}
              columns={columns}
              here={false}
              height={40}
            />
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} data-right={column.right || undefined}>
                  {foot(column)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
