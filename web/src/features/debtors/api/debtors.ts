import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Debtor, DebtorPage } from "~/api/types";

export type DebtorRow = DebtorPage["rows"][number];
export type DebtorChange = components["schemas"]["DebtorChange"];

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
