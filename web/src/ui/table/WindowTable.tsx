import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { usePhone } from "../useMedia";
import { useDensity } from "./density";
import { Head } from "./Head";
import { Row } from "./Row";
import css from "./Table.module.css";
import type { Column, Picking, Sorting } from "./types";
import { usePlace } from "./usePlace";

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

/** A long list: only rows in sight are in the page, but what reads aloud is told of all. On a phone it is a list. */
export function WindowTable<R>(props: Props<R>) {
  const { caption, columns, count, rowAt, keyOf, sorting, picking, at, onWindow, phone: phoneRow } = props;
  const phone = usePhone();
  const { height: deskHeight } = useDensity();
  const height = phone ? (props.phoneHeight ?? 63) : deskHeight;
  const scroll = useRef<HTMLElement>(null);
  const place = usePlace();
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 8,
    initialOffset: place.top,
    // The head of the table stands before the rows, so that the last row in sight needs as much more.
    scrollPaddingEnd: phone ? 0 : 36,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are measured anew when the density changes.
  useEffect(() => rows.measure(), [height]);
  const top = rows.scrollOffset;
  useEffect(() => {
    if (top !== null) place.top = top;
  }, [place, top]);
  const seen = rows.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const last = seen[seen.length - 1]?.index ?? 0;
  useEffect(() => onWindow(first, last), [onWindow, first, last]);
  useEffect(() => {
    if (at !== undefined && at >= 0) rows.scrollToIndex(at);
  }, [at, rows]);
  const before = seen[0]?.start ?? 0;
  const after = rows.getTotalSize() - (seen[seen.length - 1]?.end ?? 0);
  if (phone)
    return (
      <section className={css.scroll} ref={scroll} aria-label={caption}>
        <ul className={css.list}>
          <li aria-hidden="true" style={{ height: before }} className={css.spacer} />
          {seen.map(({ index }) => {
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
    <section className={css.scroll} ref={scroll} tabIndex={0} aria-label={caption}>
      <table className={css.table} aria-rowcount={count + 1}>
        <caption className="ear-only">{caption}</caption>
        <Head columns={columns} sorting={sorting} picking={picking} />
        <tbody>
          {before > 0 && (
            <tr aria-hidden="true" style={{ height: before }}>
              <td className={css.spacer} colSpan={columns.length + (picking ? 1 : 0)} />
            </tr>
          )}
          {seen.map(({ index }) => {
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
