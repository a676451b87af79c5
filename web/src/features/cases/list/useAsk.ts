import { useMemo } from "react";
import type { Status, Step } from "~/api/types";
import type { View } from "~/api/views";
import { useWords } from "~/ui/list";
import type { Ask, Sort, Tab } from "../api/cases";

/** The filters, by their word in the address. The search text and the tab are not among them. */
export const filterNames = ["status", "steg", "frist", "innen", "lukket", "fra", "til", "type", "gruppe"] as const;
export type FilterName = (typeof filterNames)[number];

/** Each case stands in one of these. */
export const registerTabs = ["ongoing", "inactive", "closed"] as const satisfies readonly Tab[];
const everyTab: readonly Tab[] = [...registerTabs, "all"];

const month = "maned";

/** The words of the address that show a view. Its columns stand there, too. */
export function wordsOf({ filter, sort, direction, columns }: Pick<View, "filter" | "sort" | "direction" | "columns">) {
  const of = (name: string) => {
    const value = filter[name];
    return value === undefined || value === null || value === false ? undefined : String(value);
  };
  const words: Record<string, string | undefined> = {
    fane: of("tab") === "ongoing" ? undefined : of("tab"),
    sok: of("search"),
    status: of("status"),
    steg: of("step"),
    frist: of("next_before"),
    innen: of("next_within_days"),
    lukket: of("closed_this_month") ? month : of("closed_from"),
    fra: of("min_open"),
    til: of("max_open"),
    type: of("debtor_kind"),
    gruppe: of("group"),
    sorter: sort === "next" ? undefined : sort,
    retning: direction === "down" ? "ned" : undefined,
    kol: columns ? columns.join(",") : undefined,
  };
  return new URLSearchParams(Object.entries(words).filter((one): one is [string, string] => Boolean(one[1])));
}

/** What the register shows stands in the address: tab, search, filters, order. */
export function useAsk() {
  const { words: search, change, to } = useWords();
  const ask = useMemo<Ask>(() => {
    const list = <V extends string>(name: string) => search.get(name)?.split(",").filter(Boolean) as V[] | undefined;
    const closed = search.get("lukket");
    const within = search.get("innen");
    return {
      tab: everyTab.find((tab) => tab === search.get("fane")) ?? "ongoing",
      search: search.get("sok") || undefined,
      status: list<Status>("status"),
      step: list<Step>("steg"),
      next_before: search.get("frist") ?? undefined,
      next_within_days: within ? Number(within) : undefined,
      closed_this_month: closed === month ? true : undefined,
      closed_from: closed && closed !== month ? closed : undefined,
      min_open: search.get("fra") ?? undefined,
      max_open: search.get("til") ?? undefined,
      debtor_kind: (search.get("type") as "person" | "company" | null) ?? undefined,
      group: search.get("gruppe") || undefined,
      sort: (search.get("sorter") as Sort | null) ?? "next",
      direction: search.get("retning") === "ned" ? "down" : "up",
    };
  }, [search]);
  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const filters = filterNames.filter((name) => search.get(name)).length;
  const tabTo = (tab: Tab) => to("fane", tab === "ongoing" ? undefined : tab);
  return { ask, change, clear, filters, tabTo, words: search };
}

/** The filter of what is asked for, as the server keeps and reads it. */
export function filterOf({ sort: _sort, direction: _direction, ...which }: Ask) {
  return Object.fromEntries(Object.entries(which).filter(([, value]) => value !== undefined));
}
