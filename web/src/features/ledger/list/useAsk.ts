import { useMemo } from "react";
import { useWords } from "~/ui/list";
import type { Ask, Show } from "../api/ledger";

/** What the ledger shows stands in the address. */
export function useAsk() {
  const { words: search, change, to } = useWords();
  const ask = useMemo<Ask>(
    () => ({
      show: (search.get("vis") as Show | null) ?? "all",
      search: search.get("sok") || undefined,
      sort: (search.get("sorter") as Ask["sort"] | null) ?? "due",
      direction: search.get("retning") === "ned" ? "down" : "up",
    }),
    [search],
  );
  const showTo = (show: Show) => to("vis", show === "all" ? undefined : show);
  return { ask, change, showTo };
}
