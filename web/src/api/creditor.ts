import { useQuery } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "./client";
import { useMay, useOrg } from "./me";
import type { components } from "./schema";
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

export type CreditorChange = components["schemas"]["CreditorChange"];

/** New letters carry what is changed; those that have left do not. */
export function changeCreditor(org: string, body: CreditorChange, etag: string | undefined): Promise<Creditor> {
  const params = { path: { creditor: org }, header: etag ? { "If-Match": etag } : {} };
  return answer<Creditor>(api.PATCH("/creditors/{creditor}", { params, body }));
}
