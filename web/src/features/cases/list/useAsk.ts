import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Status, Step } from "~/api/types";
import type { Ask, Sort, Tab } from "../api/cases";

/** The filters, by their word in the address. The search text and the tab are not among them. */
export const filterNames = ["status", "steg", "frist", "fra", "til", "type"] as const;
export type FilterName = (typeof filterNames)[number];

/** What the register shows stands in the address: tab, search, filters, order. */
export function useAsk() {
  const [search, setSearch] = useSearchParams();
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

  /** Changes words of the address; nothing lets a word go. What is not named stays. */
  const change = (words: Record<string, string | undefined>) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(words)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const filters = filterNames.filter((name) => search.get(name)).length;
  const tabTo = (tab: Tab) => {
    const next = new URLSearchParams(search);
    if (tab === "ongoing") next.delete("fane");
    else next.set("fane", tab);
    return `?${next}`;
  };
  return { ask, change, clear, filters, tabTo, words: search };
}
