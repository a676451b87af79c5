import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { StartResult } from "~/api/types";

export type NewCase = components["schemas"]["NewCase"];

/** A case by hand; the same key makes it once. */
export function newCase(org: string, body: NewCase, key: string): Promise<StartResult> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": key } };
  return answer<StartResult>(api.POST("/creditors/{creditor}/cases", { params, body }));
}
