import { answer, api } from "./client";
import type { components } from "./schema";
import type { Creditor } from "./types";

export type CreditorWish = components["schemas"]["CreditorWish"];

/** A new creditor; the same key makes it once. */
export function addCreditor(body: CreditorWish, key: string): Promise<Creditor> {
  return answer<Creditor>(api.POST("/creditors", { params: { header: { "Idempotency-Key": key } }, body }));
}
