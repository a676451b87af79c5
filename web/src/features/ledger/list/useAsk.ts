import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Ask, Show } from "../api/ledger";

/** What the ledger shows stands in the address. */
export function useAsk() {
  const [search, setSearch] = useSearchParams();
  const ask = useMemo<Ask>(
    () => ({
      show: (search.get("vis") as Show | null) ?? "all",
      search: search.get("sok") || undefined,
      sort: (search.get("sorter") as Ask["sort"] | null) ?? "due",
      direction: search.get("retning") === "ned" ? "down" : "up",
    }),
    [search],
  );
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
  const showTo = (show: Show) => {
    const next = new URLSearchParams(search);
    if (show === "all") next.delete("vis");
    else next.set("vis", show);
    return `?${next}`;
  };
  return { ask, change, showTo };
}
