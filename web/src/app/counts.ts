import { useTodays } from "~/api/today";

/** What waits in each place of the menu; the same answer that the page I dag shows. */
export function useCounts(): Record<"needs" | "ledger" | "letters" | "payments", number | undefined> {
  const needs = useTodays().data?.needs;
  const of = (category: string) => needs?.find((one) => one.category === category)?.count;
  return {
    needs: needs?.reduce((sum, one) => sum + one.count, 0),
    ledger: of("ready_to_start"),
    letters: of("ready_letters"),
    payments: of("suspense"),
  };
}
