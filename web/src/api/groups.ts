import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { DebtorPage } from "./types";

// The customers' groups, as far as the search among the debtors finds them: nobody keeps a list of their names.

const looked = 200;

const found = (org: string, search: string) => ({
  queryKey: ["debtors", org, "groups", search],
  queryFn: () =>
    answer<DebtorPage>(
      api.GET("/creditors/{creditor}/debtors", {
        params: { path: { creditor: org }, query: { ...(search ? { search } : {}), limit: looked } },
      }),
    ),
  staleTime: 30_000,
});

/** The groups in use whose name holds what was typed, in the order of the alphabet. */
export function useGroups(org: string, typed: string): string[] {
  const words = typed.trim();
  const { data } = useQuery({ ...found(org, words), placeholderData: keepPreviousData });
  const part = words.toLocaleLowerCase();
  const names = (data?.rows ?? []).flatMap(({ group }) =>
    group && group !== typed && group.toLocaleLowerCase().includes(part) ? [group] : [],
  );
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

/** How many customers have exactly this group; nothing while it is not known, or when too many fit the search. */
export function useGroupSize(org: string, group: string): number | undefined {
  const { data } = useQuery(found(org, group));
  if (!data || data.count > data.rows.length) return undefined;
  return data.rows.filter((row) => row.group === group).length;
}
