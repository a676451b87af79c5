import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "./client";
import { useMay, useOrg } from "./me";
import type { components } from "./schema";

export type Terms = components["schemas"]["Terms"];

/** The terms of use, every version, and whether this person has accepted the one that holds. */
export function useTerms() {
  const org = useOrg();
  const may = useMay("read_reports");
  return useQuery({
    queryKey: ["terms", org],
    queryFn: () => answer<Terms>(api.GET("/creditors/{creditor}/terms", { params: { path: { creditor: org } } })),
    enabled: may && org !== "",
    staleTime: 300_000,
  });
}

/** This person accepts this version for this creditor; twice is once. */
export function useAccept(): (version: number) => Promise<void> {
  const org = useOrg();
  const queries = useQueryClient();
  return async (version) => {
    const params = { path: { creditor: org, version } };
    queries.setQueryData(
      ["terms", org],
      await answer<Terms>(api.POST("/creditors/{creditor}/terms/{version}/acceptance", { params })),
    );
  };
}
