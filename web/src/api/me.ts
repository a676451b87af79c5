import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { answer, api } from "./client";
import type { Me, Right } from "./types";

export const meQuery = {
  queryKey: ["me"],
  queryFn: () => answer<Me>(api.GET("/me")),
  staleTime: 60_000,
  retry: false,
} as const;

/** The person who is logged in; undefined before anybody is. */
export function useMe(): Me | undefined {
  return useQuery({ ...meQuery, enabled: false }).data;
}

/** What the person may do with the creditor of this page, and in the office: with another office's it is less. */
export function useRights(): Right[] {
  const org = useOrg();
  const me = useMe();
  return me?.creditors.find((one) => one.org_number === org)?.rights ?? me?.rights ?? [];
}

/** Whether the person may do it. What one may not do is not offered. */
export function useMay(right: Right): boolean {
  return useRights().includes(right);
}

/** The organisation number of the creditor whose pages these are: it stands in the address. */
export function useOrg(): string {
  return useParams().org ?? "";
}

/** The day the server takes for today, which of invented cases is their own; the browser's before it has said. */
export function useToday(): string {
  const org = useOrg();
  const me = useMe();
  const practice = me?.creditors.find((one) => one.org_number === org)?.practice_today;
  return practice ?? me?.today ?? new Date().toISOString().slice(0, 10);
}
