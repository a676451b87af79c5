import { useQuery } from "@tanstack/react-query";
import { answerWithTag, api } from "./client";
import type { Debtor } from "./types";

/** One debtor with all its cases, and the tag that a change gives back. */
export function useDebtor(org: string, debtor: number | undefined) {
  return useQuery({
    queryKey: ["debtor", org, debtor],
    queryFn: () =>
      answerWithTag<Debtor>(
        api.GET("/creditors/{creditor}/debtors/{debtor}", { params: { path: { creditor: org, debtor: debtor ?? 0 } } }),
      ),
    enabled: debtor !== undefined,
  });
}
