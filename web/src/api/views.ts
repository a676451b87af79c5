import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import { intent } from "./key";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type ViewOf = Schemas["ViewOf"];
export type ViewWish = Schemas["ViewWish"];
export type View = Schemas["ViewList"]["rows"][number];

/** Views of a list: ready-made ones, the own, and those that colleagues share; each with how many rows it shows today. */
export function useViews(org: string, list: ViewOf) {
  return useQuery({
    queryKey: ["views", org, list],
    queryFn: async () => {
      const params = { path: { creditor: org }, query: { list } };
      return (await answer<Schemas["ViewList"]>(api.GET("/creditors/{creditor}/views", { params }))).rows;
    },
    staleTime: 30_000,
  });
}

/** A view is kept, the same for every creditor. */
export function saveView(body: ViewWish): Promise<unknown> {
  return answer(api.POST("/views", { params: { header: { "Idempotency-Key": intent() } }, body }));
}

/** One of the own views goes, also for those it was shared with. */
export function dropView(view: number): Promise<unknown> {
  return answer(api.DELETE("/views/{view}", { params: { path: { view } } }));
}
