import { useMemo } from "react";
import type { Status, Step } from "~/api/types";
import { useWords } from "~/ui/list";
import type { Ask, Sort, Tab } from "../api/cases";

/** The filters, by their word in the address. The search text and the tab are not among them. */
export const filterNames = ["status", "steg", "frist", "fra", "til", "type"] as const;
export type FilterName = (typeof filterNames)[number];

/** What the register shows stands in the address: tab, search, filters, order. */
export function useAsk() {
  const { words: search, change, to } = useWords();
  const ask = useMemo<Ask>(() => {
    const list = <V extends string>(name: string) => search.get(name)?.split(",").filter(Boolean) as V[] | undefined;
    return {
      tab: (search.get("fane") as Tab | null) ?? "ongoing",
      search: search.get("sok") || undefined,
      status: list<Status>("status"),
      step: list<Step>("steg"),
      next_before: search.get("frist") ?? undefined,
      min_open: search.get("fra") ?? undefined,
      max_open: search.get("til") ?? undefined,
      debtor_kind: (search.get("type") as "person" | "company" | null) ?? undefined,
      sort: (search.get("sorter") as Sort | null) ?? "next",
      direction: search.get("retning") === "ned" ? "down" : "up",
    };
  }, [search]);

  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const filters = filterNames.filter((name) => search.get(name)).length;
  const tabTo = (tab: Tab) => to("fane", tab === "ongoing" ? undefined : tab);
  return { ask, change, clear, filters, tabTo, words: search };
}
