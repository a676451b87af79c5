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
}

/** A short list: every row is in the page. On a phone it is a list of what `phone` draws. */
export function PlainTable<R>({ caption, columns, rows, keyOf, phone: phoneRow, edges = true, sorting }: Props<R>) {
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
    <div className={css.wide}>
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
      </table>
    </div>
  );
}
