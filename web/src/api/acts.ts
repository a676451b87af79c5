import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answer, api } from "./client";
import { intent } from "./key";
import type { components } from "./schema";
import type { Act } from "./types";

export type ActResult = components["schemas"]["ActResult"];

/** Something is done with a case. With the tag that was read, two people never overwrite each other; the same key does it once. */
export function doAct(org: string, number: number, act: Act, etag?: string, key = intent()): Promise<ActResult> {
  return answer<ActResult>(
    api.POST("/creditors/{creditor}/cases/{case}/acts", {
      params: {
        path: { creditor: org, case: number },
        header: { "Idempotency-Key": key, ...(etag ? { "If-Match": etag } : {}) },
      },
      body: act,
    }),
  );
}

/** Everything that a change of a case may have moved is asked for anew. */
export function useCasesMoved(): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    () => Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
    [queries],
  );
}

const touched = [
  "decisions",
  "case",
  "acts",
  "cases",
  "case-sums",
  "views",
  "notes",
  "today",
  "letters",
  "suspense",
  "ledger",
  "debtor",
  "debtors",
];
