import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";
import type { Outbox } from "~/api/types";

export type Posted = components["schemas"]["PostedResult"];

/** What may leave today, what is held with every reason, and what comes in the next fourteen days; the first `limit`. */
export function useLetters(org: string, limit: number) {
  const params = { path: { creditor: org }, query: { limit } };
  return useQuery({
    queryKey: ["letters", org, limit],
    queryFn: () => answer<Outbox>(api.GET("/creditors/{creditor}/letters", { params })),
    placeholderData: keepPreviousData,
  });
}

/** Every letter that may leave on paper, in one PDF; nothing when there is none. Each is kept as it is printed. */
export function printLetters(org: string): Promise<Blob | undefined> {
  return answer<Blob | undefined>(
    api.POST("/creditors/{creditor}/letters/print", {
      params: { path: { creditor: org } },
      parseAs: "blob",
    }) as Promise<{ data?: Blob; error?: unknown; response: Response }>,
  );
}

/** What was printed has left on this day. */
export function tellPosted(org: string, on: string | undefined): Promise<Posted> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": intent() } };
  return answer<Posted>(api.POST("/creditors/{creditor}/letters/posted", { params, body: on ? { on } : {} }));
}

/** What has changed when letters were printed or have left. */
export function useLettersMoved() {
  const queries = useQueryClient();
  return () =>
    Promise.all(["letters", "today", "case", "cases"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
}
