import { useTodays } from "~/api/today";

interface Count {
  n: number;
  /** More wait that have not been looked at. */
  more: boolean;
}

/** What waits in each place of the menu; the same answer that the page I dag shows. */
export function useCounts(): Record<"needs" | "ledger" | "letters" | "payments", Count | undefined> {
  const needs = useTodays().data?.needs;
  const sum = (of: typeof needs): Count | undefined =>
    of && { n: of.reduce((n, one) => n + one.count, 0), more: of.some((one) => (one.unseen ?? 0) > 0) };
  const of = (category: string) => sum(needs?.filter((one) => one.category === category));
  return {
    needs: sum(needs),
    ledger: of("ready_to_start"),
    letters: of("ready_letters"),
    payments: of("suspense"),
  };
}
