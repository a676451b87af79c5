import { answer, api } from "~/api/client";
import { asJob, type Job } from "~/api/jobs";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type BulkAct = Schemas["BulkAct"];
export type BulkResult = Schemas["BulkResult"];
export type BulkKind = BulkAct["act"];

/** Which cases: some numbers, or all that match a filter, with how many somebody saw. */
export type Which = Pick<BulkAct, "cases" | "filter" | "count">;

/** The server takes no more at once. */
export const mostAtOnce = 10_000;

/** From so many on it is asked for as a job, which goes on when one leaves. */
export const longFrom = 100;

/** One act for many cases; each is answered by itself. The same key does it once. */
export async function actOnMany(org: string, body: BulkAct, key: string, long = false): Promise<BulkResult | Job> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": key, ...(long ? asJob : {}) } };
  return answer<BulkResult | Job>(api.POST("/creditors/{creditor}/acts", { params, body }));
}
