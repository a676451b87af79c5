import { answer, api } from "~/api/client";
import type { paths } from "~/api/schema";
import type { DebtorPage } from "~/api/types";

type Query = NonNullable<paths["/creditors/{creditor}/debtors"]["get"]["parameters"]["query"]>;

export type DebtorRow = DebtorPage["rows"][number];
/** What the list asks for: which debtors, and in which order. */
export type Ask = Omit<Query, "offset" | "limit">;

export const debtorsKey = (org: string, ask: Ask) => ["debtors", org, ask] as const;

/** A window of the debtors. */
export function fetchDebtors(org: string, ask: Ask, offset: number, limit: number): Promise<DebtorPage> {
  const params = { path: { creditor: org }, query: { ...ask, offset, limit } };
  return answer<DebtorPage>(api.GET("/creditors/{creditor}/debtors", { params }));
}
