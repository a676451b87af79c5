import { useMemo } from "react";
import { useWords } from "~/ui/list";
import type { Ask } from "../api/payments";

/** The filters, by their word in the address. The search text is not among them. */
const filterNames = ["fra", "til", "kilde", "tatt"] as const;

/** What the list of payments shows stands in the address: period, search, source, whether they stand. */
export function useAsk() {
  const { words, change } = useWords();
  const ask = useMemo<Ask>(() => {
    const [from, to, search, source, gone] = ["fra", "til", "sok", "kilde", "tatt"].map((name) => words.get(name));
    return {
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(search ? { search } : {}),
      ...(source ? { source: source as NonNullable<Ask["source"]> } : {}),
      ...(gone ? { gone: gone === "ja" } : {}),
    };
  }, [words]);
  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const filters = ["fra til", "kilde", "tatt"].filter((names) => names.split(" ").some((one) => words.get(one))).length;
  return { ask, change, clear, filters, words };
}
