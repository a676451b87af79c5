import { useCallback, useRef, useState } from "react";
import { usePicks } from "../table/usePicks";
import { useRowKeys } from "../table/useRowKeys";
import { type Page, useWindow } from "../table/useWindow";

interface Wishes<R, P extends Page<R>> {
  /** What the rows are asked for by; another key is another list. */
  queryKey: readonly unknown[];
  fetchPage: (offset: number, limit: number) => Promise<P>;
  keyOf: (row: R) => string;
  /** What Enter does with a row. */
  open: (row: R) => void;
  /** Whether rows can be picked. */
  picks?: boolean;
}

/** A long list that is worked with the keyboard: the rows in sight, how many there are, which are picked. */
export function useListing<R, P extends Page<R>>({ queryKey, fetchPage, keyOf, open, picks: may }: Wishes<R, P>) {
  const field = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 30 });
  const onWindow = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const list = useWindow(queryKey, fetchPage, seen.first, seen.last);
  const rowAt = list.rowAt as (index: number) => R | undefined;
  const count = list.head?.count ?? 0;
  const picks = usePicks<R>(rowAt, keyOf, count);
  const at = useRowKeys({
    count,
    open: (index) => {
      const row = rowAt(index);
      if (row !== undefined) open(row);
    },
    ...(may ? { pick: picks.toggle } : {}),
    letGo: picks.letGo,
    search: () => field.current?.focus(),
  });
  return { ...list, rowAt, count, picks, at, field, onWindow, keyOf, may: may ?? false };
}

export type Listing<R, P extends Page<R>> = ReturnType<typeof useListing<R, P>>;
