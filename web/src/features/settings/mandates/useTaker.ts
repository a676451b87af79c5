import { useT } from "~/text/texts";
import type { Mandate } from "../api/mandates";

/** Who works by a mandate in a few words: the first of them, and how many more. */
export function useTaker(): (mandate: Mandate) => string {
  const t = useT();
  return ({ people, taken_by }) => {
    const first = taken_by ?? people[0] ?? "";
    const n = people.filter((name) => name !== first).length;
    return n === 0 ? first : t("mandates.others", { name: first, n });
  };
}
