import { useQuery } from "@tanstack/react-query";
import { answerWithTag, api } from "./client";
import { useMay, useOrg } from "./me";
import type { Creditor } from "./types";

export const creditorKey = (org: string) => ["creditor", org] as const;

/** The creditor of this page, with the tag that a change gives back. */
export function useCreditor() {
  const org = useOrg();
  const may = useMay("read_settings");
  return useQuery({
    queryKey: creditorKey(org),
    queryFn: () => answerWithTag<Creditor>(api.GET("/creditors/{creditor}", { params: { path: { creditor: org } } })),
    enabled: may && org !== "",
    staleTime: 30_000,
  });
}
