import { useMemo } from "react";
import type { View } from "~/api/views";
import { useWords } from "~/ui/list";
import type { Ask } from "../api/debtors";

/** The filters, by their word in the address. The search text is not among them. */
const filterNames = ["gruppe", "saker", "adresse"] as const;
export const running = "i-gang";
export const missing = "mangler";

/** What the list of debtors shows stands in the address: search, filters, order, columns. */
export function useAsk() {
  const { words, change } = useWords();
  const ask = useMemo<Ask>(() => {
    const search = words.get("sok");
    const group = words.get("gruppe");
    return {
      ...(search ? { search } : {}),
      ...(group ? { group } : {}),
      ...(words.get("saker") === running ? { running: true } : {}),
      ...(words.get("adresse") === missing ? { address_missing: true } : {}),
      sort: (words.get("sorter") as Ask["sort"] | null) ?? "name",
      direction: words.get("retning") === "ned" ? "down" : "up",
    };
  }, [words]);
  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const filters = filterNames.filter((name) => words.get(name)).length;
  return { ask, change, clear, filters, words };
}

/** The filter of what is asked for, as the server reads it. */
export function filterOf({ sort: _sort, direction: _direction, ...which }: Ask) {
  return which;
}

/** The words of the address that show a view. Its columns stand there, too. */
export function wordsOf({ filter, sort, direction, columns }: Pick<View, "filter" | "sort" | "direction" | "columns">) {
  const of = (name: string) => (typeof filter[name] === "string" ? String(filter[name]) : undefined);
  const words: Record<string, string | undefined> = {
    sok: of("search"),
    gruppe: of("group"),
    saker: filter.running === true ? running : undefined,
    adresse: filter.address_missing === true ? missing : undefined,
    sorter: sort === "name" ? undefined : sort,
    retning: direction === "down" ? "ned" : undefined,
    kol: columns ? columns.join(",") : undefined,
  };
  return new URLSearchParams(Object.entries(words).filter((one): one is [string, string] => Boolean(one[1])));
}
