import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import { asItIs, reading, type Wish } from "./importLedger";
import type { components } from "./schema";

export type Integration = components["schemas"]["Integration"];
export type ListSource = components["schemas"]["ListSource"];

/** Where the open items come from, and what can be chosen. */
export function useIntegration(org: string, on = true) {
  return useQuery({
    enabled: on,
    queryKey: ["integration", org],
    queryFn: () =>
      answer<Integration>(api.GET("/creditors/{creditor}/integration", { params: { path: { creditor: org } } })),
  });
}

/** What was tried with this file is in use from now on; the file itself is not taken in. */
export function connect(org: string, source: ListSource, file: File, wish: Wish): Promise<Integration> {
  return answer<Integration>(
    api.PUT("/creditors/{creditor}/integration", {
      params: {
        path: { creditor: org },
        query: { source, ...reading(wish) },
        header: { "Frist-File-Name": encodeURIComponent(file.name) },
      },
      ...asItIs(file),
    }),
  );
}

export function disconnect(org: string): Promise<unknown> {
  return answer(api.DELETE("/creditors/{creditor}/integration", { params: { path: { creditor: org } } }));
}
