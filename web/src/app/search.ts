import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { CasePage, DebtorPage } from "~/api/types";

/** The first cases and debtors that fit what was typed, for the palette. */
export function useFound(org: string, text: string) {
  const search = text.trim();
  const enabled = search.length > 1 && org !== "";
  const path = { creditor: org };
  const cases = useQuery({
    queryKey: ["cases", org, "palette", search],
    queryFn: () =>
      answer<CasePage>(
        api.GET("/creditors/{creditor}/cases", { params: { path, query: { tab: "all", search, limit: 6 } } }),
      ),
    enabled,
    placeholderData: keepPreviousData,
  });
  const debtors = useQuery({
    queryKey: ["debtors", org, "palette", search],
    queryFn: () =>
      answer<DebtorPage>(api.GET("/creditors/{creditor}/debtors", { params: { path, query: { search, limit: 4 } } })),
    enabled,
    placeholderData: keepPreviousData,
  });
  return {
    cases: enabled ? (cases.data?.rows ?? []) : [],
    debtors: enabled ? (debtors.data?.rows ?? []) : [],
  };
}
