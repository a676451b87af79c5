import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Creditor } from "~/api/types";

export type CreditorChange = components["schemas"]["CreditorChange"];

/** New letters carry what is changed; those that have left do not. */
export function changeCreditor(org: string, body: CreditorChange, etag: string | undefined): Promise<Creditor> {
  const params = { path: { creditor: org }, header: etag ? { "If-Match": etag } : {} };
  return answer<Creditor>(api.PATCH("/creditors/{creditor}", { params, body }));
}
