import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "./client";
import type { components } from "./schema";
import type { Debtor, DebtorPage } from "./types";

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

export type DebtorChange = components["schemas"]["DebtorChange"];

/** Name, address and ways to reach a debtor. With the tag that was read, two people never overwrite each other. */
export function changeDebtor(
  org: string,
  debtor: number,
  body: DebtorChange,
  etag: string | undefined,
): Promise<Debtor> {
  const params = { path: { creditor: org, debtor }, header: etag ? { "If-Match": etag } : {} };
  return answer<Debtor>(api.PATCH("/creditors/{creditor}/debtors/{debtor}", { params, body }));
}

/** Everything that shows a debtor is asked for anew. */
export function useDebtorMoved(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ["debtor", "debtors", "groups", "case", "acts", "cases", "case-sums", "letters", "today", "ledger", "views"].map(
        (name) => queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
}

/** The first debtors that fit what was typed. */
export function useFoundDebtors(org: string, search: string, asks = true) {
  return useQuery({
    queryKey: ["debtors", org, "found", search],
    queryFn: () =>
      answer<DebtorPage>(
        api.GET("/creditors/{creditor}/debtors", { params: { path: { creditor: org }, query: { search, limit: 20 } } }),
      ),
    enabled: asks,
  });
}
