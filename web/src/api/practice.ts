import { useQueryClient } from "@tanstack/react-query";
import { answer, api } from "./client";
import { intent } from "./key";
import { meQuery } from "./me";
import type { components } from "./schema";

type Practice = components["schemas"]["Practice"];

/** Invented cases on a clock of their own: made, their clock moved, and removed without a trace. */
export function usePractice(org: string) {
  const queries = useQueryClient();
  const again = async () => {
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    await queries.invalidateQueries();
  };
  const key = () => ({ "Idempotency-Key": intent() });
  return {
    begin: async (): Promise<string> => {
      const made = await answer<Practice>(api.POST("/practice", { params: { header: key() } }));
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      return made.org_number;
    },
    move: async (days: number) => {
      const params = { path: { creditor: org }, header: key() };
      await answer(api.POST("/creditors/{creditor}/practice/days", { params, body: { days } }));
      await again();
    },
    end: async () => {
      await answer(api.DELETE("/creditors/{creditor}/practice", { params: { path: { creditor: org } } }));
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  };
}
