import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { useOrg } from "~/api/me";
import type { Today } from "~/api/types";

/** What waits in each place of the menu; the same answer that the page I dag shows. */
export function useCounts(): Record<"needs" | "ledger" | "letters" | "payments", number | undefined> {
  const org = useOrg();
  const needs = useQuery({
    queryKey: ["today", org],
    queryFn: () => answer<Today>(api.GET("/creditors/{creditor}/today", { params: { path: { creditor: org } } })),
    enabled: org !== "",
    staleTime: 30_000,
  }).data?.needs;
  const of = (category: string) => needs?.find((one) => one.category === category)?.count;
  return {
    needs: needs?.reduce((sum, one) => sum + one.count, 0),
    ledger: of("ready_to_start"),
    letters: of("ready_letters"),
    payments: of("suspense"),
  };
}
