import { type ReactNode, useEffect } from "react";
import { usePhone } from "../useMedia";
import { useDensity } from "./density";
import { Head } from "./Head";
import { Row } from "./Row";
import css from "./Table.module.css";
import type { Column, Picking, Sorting } from "./types";
import { useRowsInSight } from "./useRowsInSight";

interface Props<R> {
  caption: string;
  columns: Column<R>[];
  count: number;
  rowAt: (index: number) => R | undefined;
  keyOf: (row: R) => string;
  sorting?: Sorting;
  picking?: Picking;
  /** The keyboard's row. */
  at?: number;
  onWindow: (first: number, last: number) => void;
  /** On a phone a row is this instead, and the whole of it is the target. */
  phone: (row: R) => ReactNode;
  phoneHeight?: number;
}

/** The head of the table over the rows, in pixels. */
const HEAD = 32;

/** A long list: only rows in sight are in the page, but what reads aloud is told of all. On a phone it is a list. */
export function WindowTable<R>(props: Props<R>) {
  const { caption, columns, count, rowAt, keyOf, sorting, picking, at, onWindow, phone: phoneRow } = props;
  const phone = usePhone();
  const { height: deskHeight } = useDensity();
  const height = phone ? (props.phoneHeight ?? 63) : deskHeight;
  const { box, show, first, last } = useRowsInSight({ count, height, head: phone ? 0 : HEAD });
  useEffect(() => onWindow(first, last), [onWindow, first, last]);
  useEffect(() => {
    if (at !== undefined && at >= 0) show(at);
  }, [at, show]);
  const seen = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const before = first * height;
  const after = (count - 1 - last) * height;
  if (phone)
    return (
      <section className={css.scroll} ref={box} aria-label={caption}>
        <ul className={css.list}>
          <li aria-hidden="true" style={{ height: before }} className={css.spacer} />
          {seen.map((index) => {
            const row = rowAt(index);
            return (
              <li
                key={row ? keyOf(row) : index}
                style={{ height }}
                className={css.item}
                aria-setsize={count}
                aria-posinset={index + 1}
              >
                {row ? phoneRow(row) : <span className={css.bar} />}
              </li>
            );
          })}
          <li aria-hidden="true" style={{ height: after }} className={css.spacer} />
        </ul>
      </section>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={css.scroll} ref={box} tabIndex={0} aria-label={caption}>
      <table className={css.table} aria-rowcount={count + 1}>
        <caption className="ear-only">{caption}</caption>
        <Head columns={columns} sorting={sorting} picking={picking} />
        <tbody>
          {before > 0 && (
            <tr aria-hidden="true" style={{ height: before }}>
              <td className={css.spacer} colSpan={columns.length + (picking ? 1 : 0)} />
            </tr>
          )}
          {seen.map((index) => {
            const row = rowAt(index);
            return (
              <Row
                key={row ? keyOf(row) : `wait-${index}`}
                index={index}
                row={row}
                rowKey={row ? keyOf(row) : undefined}
                columns={columns}
                picking={picking}
                here={index === at}
                height={height}
              />
            );
          })}
          {after > 0 && (
            <tr aria-hidden="true" style={{ height: after }}>
              <td className={css.spacer} colSpan={columns.length + (picking ? 1 : 0)} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
