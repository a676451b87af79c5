import { answer, api } from "~/api/client";
import type { DebtorPage } from "~/api/types";

export type DebtorRow = DebtorPage["rows"][number];

/** A window of the debtors. */
export function fetchDebtors(
  org: string,
  search: string | undefined,
  offset: number,
  limit: number,
): Promise<DebtorPage> {
  const params = { path: { creditor: org }, query: { ...(search ? { search } : {}), offset, limit } };
  return answer<DebtorPage>(api.GET("/creditors/{creditor}/debtors", { params }));
}
