import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type GroupWish = Schemas["GroupWish"];
export type GroupResult = Schemas["GroupResult"];

/** The groups of customers that somebody is in, in the order of the alphabet, each with how many are in it. */
export function useGroups(org: string) {
  return useQuery({
    queryKey: ["groups", org],
    queryFn: async () => {
      const { rows } = await answer<{ rows: { name: string; debtors: number }[] }>(
        api.GET("/creditors/{creditor}/groups", { params: { path: { creditor: org } } }),
      );
      return rows.sort((a, b) => a.name.localeCompare(b.name));
    },
    staleTime: 30_000,
  });
}

/** The names in use that hold what was typed, to choose from while one types. */
export function useGroupNames(org: string, typed: string): string[] {
  const part = typed.trim().toLocaleLowerCase();
  return (useGroups(org).data ?? []).flatMap(({ name }) =>
    name !== typed && name.toLocaleLowerCase().includes(part) ? [name] : [],
  );
}

/** Many debtors into one group, or out of theirs: all or none, and what they were in comes back. The same key does it once. */
export function groupDebtors(org: string, body: GroupWish, key: string): Promise<GroupResult> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": key } };
  return answer<GroupResult>(api.POST("/creditors/{creditor}/debtors/group", { params, body }));
}
