import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Act, ActOffer } from "~/api/types";

export type Decisions = components["schemas"]["Decisions"];
export type Decision = Decisions["rows"][number];
export type Client = Decisions["clients"][number];

export const decisionsKey = ["decisions"] as const;

/** What waits for a yes or a choice, of every creditor one may see: the first of it, and how much there is. */
export function useDecisions() {
  return useQuery({ queryKey: decisionsKey, queryFn: () => answer<Decisions>(api.GET("/decisions")) });
}

/** Case numbers are the creditor's own: without the creditor they name nothing. */
export const keyOf = (row: Decision) => `${row.creditor}-${row.case}`;

/** The act as the server takes it. */
export function wishOf(offer: ActOffer): Act {
  return {
    act: offer.act,
    ...(offer.letter ? { letter: offer.letter } : {}),
    ...(offer.act === "legal" && offer.kind ? { kind: offer.kind as NonNullable<Act["kind"]> } : {}),
  };
}

/** The list without this row: it has been decided. */
export function without(all: Decisions, { creditor, case: number }: Decision): Decisions {
  const rows = all.rows.filter((one) => one.creditor !== creditor || one.case !== number);
  if (rows.length === all.rows.length) return all;
  return {
    ...all,
    rows,
    count: all.count - 1,
    clients: all.clients.map((one) => (one.org_number === creditor ? { ...one, decisions: one.decisions - 1 } : one)),
  };
}
