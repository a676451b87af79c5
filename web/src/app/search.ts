import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { CasePage, DebtorPage } from "~/api/types";

/** The first cases and debtors that fit what was typed, for the palette. */
export function useFound(org: string, text: string) {
  const search = text.trim();
  const enabled = (search.length > 1 || /^\d$/.test(search)) && org !== "";
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
  const waits = (of: { isPlaceholderData: boolean; isLoading: boolean }) => of.isPlaceholderData || of.isLoading;
  return {
    busy: enabled && (waits(cases) || waits(debtors)),
    cases: enabled ? (cases.data?.rows ?? []) : [],
    // What was typed names these, by number, invoice or KID; they need not be among the first.
    exact: enabled ? (cases.data?.exact?.map((one) => one.case) ?? []) : [],
    debtors: enabled ? (debtors.data?.rows ?? []) : [],
  };
}
