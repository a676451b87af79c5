import { useMemo } from "react";
import { useF } from "~/text/format";
import type { Column, Sorting } from "../table/types";
import type { Told } from "./sheet";
import { useColumnChoice } from "./useColumnChoice";
import { useWords } from "./useWords";

/** A filter on what a row is: its word in the address, and what it may be. */
export interface Narrowing<R> {
  word: string;
  name: string;
  of: (row: R) => string | readonly string[];
  /** What a value is called. */
  say?: (value: string) => string;
}

export interface HeldWishes<R> {
  /** Names the person's own choice of columns. */
  id: string;
  columns: Column<R>[];
  rows: R[];
  pills?: Narrowing<R>[];
  /** Before its words in the address, where a page has several tables. */
  prefix?: string;
}

const none: never[] = [];
/** Between the values of one filter in the address. */
const between = "|";
const valuesOf = <R>({ of }: Narrowing<R>, row: R): readonly string[] => {
  const values = of(row);
  return typeof values === "string" ? [values] : values;
};
const whole = (value: string | number | undefined) =>
  typeof value === "number" ? BigInt(Math.round(value)) : BigInt((value || "0").replace(".", ""));

/**
 * A table that the screen holds whole: what of it is shown, in which order and with which columns, as the address says
 * it. Search looks in everything that would stand in a file, as the screen says it.
 */
export function useHeld<R>({ id, columns, rows, pills = none, prefix = "" }: HeldWishes<R>) {
  const { money, day, language } = useF();
  const { words, change } = useWords();
  const set = useMemo(
    () => ({
      setting: `${id}-columns`,
      all: columns.filter(({ filed }) => !filed).map((one) => one.id),
      always: columns.filter((one, n) => n === 0 || !one.value).map((one) => one.id),
      extra: none,
    }),
    [id, columns],
  );
  const choice = useColumnChoice(set, { words, change });
  const search = words.get(`${prefix}sok`) ?? "";
  const by = words.get(`${prefix}sorter`) ?? "";
  const down = words.get(`${prefix}retning`) === "ned";
  const picked = pills.map((pill) => ({
    pill,
    values: words.get(`${prefix}${pill.word}`)?.split(between).filter(Boolean) ?? none,
  }));
  const at = JSON.stringify([search, by, down, picked.map(({ values }) => values)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` says what of the address counts here.
  const shown = useMemo(() => {
    const parts = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const said = (row: R) =>
      columns
        .map(({ value, kind }) => {
          const cell = String(value?.(row) ?? "");
          return cell === "" ? "" : kind === "money" ? money(cell) : kind === "day" ? day(cell) : cell;
        })
        .join(" ")
        .replaceAll("\u00a0", " ")
        .toLocaleLowerCase();
    let found = rows;
    for (const { pill, values } of picked)
      if (values.length) found = found.filter((row) => valuesOf(pill, row).some((one) => values.includes(one)));
    if (parts.length)
      found = found.filter((row) => {
        const text = said(row);
        return parts.every((part) => text.includes(part));
      });
    const column = columns.find((one) => one.id === by);
    const value = column?.order ?? column?.value;
    if (!value) return found;
    const turn = down ? -1 : 1;
    const numbers = column?.kind === "money" || column?.kind === "whole";
    const words = new Intl.Collator(language, { numeric: true });
    return [...found].sort((a, b) => {
      if (!numbers) return turn * words.compare(String(value(a)), String(value(b)));
      const [one, other] = [whole(value(a)), whole(value(b))];
      return one === other ? 0 : turn * (one < other ? -1 : 1);
    });
  }, [rows, columns, at, money, day, language]);
  const sorting: Sorting = {
    by,
    direction: down ? "down" : "up",
    onSort: (to, direction) =>
      change({ [`${prefix}sorter`]: to, [`${prefix}retning`]: direction === "down" ? "ned" : undefined }),
  };
  const sortable = useMemo(() => columns.map((one) => (one.value ? { ...one, sort: one.id } : one)), [columns]);
  const visible = sortable.filter((one) => !one.filed && !choice.hidden.includes(one.id));
  const filters = picked.filter(({ values }) => values.length > 0).length;
  const options = (pill: Narrowing<R>) => {
    const counts = new Map<string, number>();
    for (const row of rows)
      for (const value of valuesOf(pill, row)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, count, label: pill.say?.(value) ?? value }));
  };
  return {
    rows: shown,
    /** Whether it is the page's own table: the key of search is its. */
    main: prefix === "",
    all: rows.length,
    columns: visible,
    /** What a file gets: what is shown, and what the screen has no room for. */
    filed: columns.filter((one) => one.value && (one.filed || !choice.hidden.includes(one.id))),
    choices: columns.filter((one) => !one.filed && !set.always.includes(one.id)),
    hidden: choice.hidden,
    hide: choice.hide,
    search,
    onSearch: (text: string) => change({ [`${prefix}sok`]: text || undefined }),
    picked,
    options,
    filters,
    onPick: (pill: Narrowing<R>, values: readonly string[]) =>
      change({ [`${prefix}${pill.word}`]: values.join(between) || undefined }),
    clear: () => change(Object.fromEntries(pills.map((pill) => [`${prefix}${pill.word}`, undefined]))),
    narrowed: picked.flatMap(({ pill, values }): Told[] =>
      values.length ? [{ name: pill.name, value: values.map((one) => pill.say?.(one) ?? one).join(", ") }] : [],
    ),
    sorting,
  };
}

export type Held<R> = ReturnType<typeof useHeld<R>>;
