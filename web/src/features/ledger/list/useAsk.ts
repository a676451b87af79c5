import { useMemo } from "react";
import type { View } from "~/api/views";
import { useWords } from "~/ui/list";
import type { Ask, Show } from "../api/ledger";

/** The tabs of the ledger. */
export const shows = ["all", "overdue", "ready", "proposed", "warned"] as const satisfies readonly Show[];

/** What the ledger shows stands in the address. */
export function useAsk() {
  const { words: search, change, to } = useWords();
  const ask = useMemo<Ask>(
    () => ({
      show: shows.find((show) => show === search.get("vis")) ?? "all",
      search: search.get("sok") || undefined,
      group: search.get("gruppe") || undefined,
      sort: (search.get("sorter") as Ask["sort"] | null) ?? "due",
      direction: search.get("retning") === "ned" ? "down" : "up",
    }),
    [search],
  );
  /** The address of a tab. */
  const showTo = (show: Show) => to("vis", show === "all" ? undefined : show);
  return { ask, change, showTo, words: search };
}

/** The words of the address that show a view. Its columns stand there, too. */
export function wordsOf({ filter, sort, direction, columns }: Pick<View, "filter" | "sort" | "direction" | "columns">) {
  const of = (name: string) => (typeof filter[name] === "string" ? String(filter[name]) : undefined);
  const words: Record<string, string | undefined> = {
    vis: of("show") === "all" ? undefined : of("show"),
    sok: of("search"),
    gruppe: of("group"),
    sorter: sort === "due" ? undefined : sort,
    retning: direction === "down" ? "ned" : undefined,
    kol: columns ? columns.join(",") : undefined,
  };
  return new URLSearchParams(Object.entries(words).filter((one): one is [string, string] => Boolean(one[1])));
}

/** The filter of what is asked for, as the server keeps and reads it. */
export const filterOf = ({ show, search, group }: Ask) => ({
  ...(show ? { show } : {}),
  ...(search ? { search } : {}),
  ...(group ? { group } : {}),
});
