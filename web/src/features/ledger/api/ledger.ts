import { answer, answerAtOnce, api } from "~/api/client";
import type { components, paths } from "~/api/schema";
import type { LedgerPage, StartResult } from "~/api/types";

type Query = NonNullable<paths["/creditors/{creditor}/ledger"]["get"]["parameters"]["query"]>;

export type Ask = Omit<Query, "offset" | "limit">;
export type Show = NonNullable<Query["show"]>;
export type StartWish = components["schemas"]["StartWish"];

export const ledgerKey = (org: string, ask: Ask) => ["ledger", org, ask] as const;

/** A window of the open items, each with what stands in its way. */
export function fetchLedger(org: string, ask: Ask, offset: number, limit: number): Promise<LedgerPage> {
  const params = { path: { creditor: org }, query: { ...ask, offset, limit } };
  return answer<LedgerPage>(api.GET("/creditors/{creditor}/ledger", { params }));
}

/** Overdue items become cases; each that does not says why. The same key starts them once. */
export function startCases(org: string, body: StartWish, key: string): Promise<StartResult> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": key } };
  return answerAtOnce<StartResult>(api.POST("/creditors/{creditor}/starts", { params, body }));
}
