import { useCallback, useRef, useState } from "react";

export interface Picks<R> {
  rows: Map<string, R>;
  all: boolean;
  count: number;
  has: (key: string) => boolean;
  toggle: (index: number, to: boolean) => void;
  /** The same for a row that one has in hand. */
  toggleRow: (row: R) => void;
  pickAll: () => void;
  letGo: () => void;
}

/** Which rows are picked: some of them, or every one that matches. */
export function usePicks<R>(
  rowAt: (index: number) => R | undefined,
  keyOf: (row: R) => string,
  matching: number,
): Picks<R> {
  const [rows, setRows] = useState(new Map<string, R>());
  const [all, setAll] = useState(false);
  const last = useRef(0);
  const letGo = useCallback(() => {
    setRows(new Map());
    setAll(false);
  }, []);
  const toggle = (index: number, to: boolean) => {
    const row = rowAt(index);
    if (!row) return;
    const next = new Map(rows);
    if (to) {
      for (let i = Math.min(last.current, index); i <= Math.max(last.current, index); i++) {
        const one = rowAt(i);
        if (one) next.set(keyOf(one), one);
      }
    } else if (next.has(keyOf(row))) next.delete(keyOf(row));
    else next.set(keyOf(row), row);
    last.current = index;
    setAll(false);
    setRows(next);
  };
  const toggleRow = (row: R) => {
    const next = new Map(rows);
    if (next.has(keyOf(row))) next.delete(keyOf(row));
    else next.set(keyOf(row), row);
    setAll(false);
    setRows(next);
  };
  const pickAll = () => {
    if (all || rows.size > 0) letGo();
    else setAll(true);
  };
  return {
    rows,
    all,
    count: all ? matching : rows.size,
    has: (key) => all || rows.has(key),
    toggle,
    toggleRow,
    pickAll,
    letGo,
  };
}
