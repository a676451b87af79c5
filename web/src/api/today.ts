import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import { useMay, useOrg } from "./me";
import type { Today } from "./types";

/** What needs somebody today; the menu's counts and the first page read the same answer. */
export function useTodays() {
  const org = useOrg();
  const may = useMay("read_reports");
  return useQuery({
    queryKey: ["today", org],
    queryFn: () => answer<Today>(api.GET("/creditors/{creditor}/today", { params: { path: { creditor: org } } })),
    enabled: may && org !== "",
    staleTime: 30_000,
  });
}
