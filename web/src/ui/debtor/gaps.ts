import type { Debtor, DebtorBrief } from "~/api/types";

/** What may be missing of a debtor and can be filled in at once. */
export type Gap = "name" | "kind" | "address";

const gaps: Record<string, Gap> = {
  "start.name": "name",
  "start.kind": "kind",
  "start.address": "address",
  "letter.address": "address",
};

/** The gap that a refusal tells of; nothing when it is about something else. */
export const gapOf = (code: string): Gap | undefined => gaps[code];

/** What is missing of the debtor by now. */
export function gapsOf(one: Debtor | DebtorBrief): Gap[] {
  return [
    ...(one.name ? [] : ["name" as const]),
    ...(one.kind ? [] : ["kind" as const]),
    ...(one.address_missing ? ["address" as const] : []),
  ];
}
