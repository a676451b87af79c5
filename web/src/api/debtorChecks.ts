import { answer, answerWithTag, api } from "./client";
import type { components } from "./schema";
import type { Debtor } from "./types";

export type RegisterCheck = components["schemas"]["RegisterCheck"];
export type CheckWish = components["schemas"]["CheckWish"];

const pathOf = (org: string, debtor: number, etag: string | undefined) => ({
  path: { creditor: org, debtor },
  header: etag ? { "If-Match": etag } : {},
});

/** What Enhetsregisteret says of a firm, beside ours; nothing changes. With the tag of what ours was then. */
export function lookUp(org: string, debtor: number, number: string) {
  const body = number ? { org_number: number } : {};
  return answerWithTag<RegisterCheck>(
    api.POST("/creditors/{creditor}/debtors/{debtor}/register-check", {
      params: { path: { creditor: org, debtor } },
      body,
    }),
  );
}

/** The register's name and address are ours from now on, and the look-up stands among the checks. */
export function takeOver(org: string, debtor: number, number: string, etag: string | undefined): Promise<Debtor> {
  const params = pathOf(org, debtor, etag);
  return answer<Debtor>(
    api.POST("/creditors/{creditor}/debtors/{debtor}/register-check/use", { params, body: { org_number: number } }),
  );
}

/** A person has looked the debtor up; what was found is kept with the day and who. */
export function keepCheck(org: string, debtor: number, body: CheckWish, etag: string | undefined): Promise<Debtor> {
  return answer<Debtor>(
    api.POST("/creditors/{creditor}/debtors/{debtor}/checks", { params: pathOf(org, debtor, etag), body }),
  );
}
