import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { ImportMap } from "~/api/importLedger";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type Taken = Schemas["ImportPage"]["rows"][number];
export type Undone = Schemas["ImportUndone"];
export type Template = Schemas["ImportTemplateList"]["rows"][number];

/** Files that were taken, the latest first. */
export function useImports(org: string) {
  return useInfiniteQuery({
    queryKey: ["imports", org],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer<Schemas["ImportPage"]>(
        api.GET("/creditors/{creditor}/imports", {
          params: { path: { creditor: org }, query: { limit: 20, ...(pageParam ? { before: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** As if it had never been taken. */
export function undoImport(org: string, number: number): Promise<Undone> {
  return answer<Undone>(
    api.POST("/creditors/{creditor}/imports/{import}/undo", { params: { path: { creditor: org, import: number } } }),
  );
}

export function useTemplates(org: string, on: boolean) {
  return useQuery({
    enabled: on,
    queryKey: ["import-templates", org],
    queryFn: () =>
      answer<Schemas["ImportTemplateList"]>(
        api.GET("/creditors/{creditor}/import-templates", { params: { path: { creditor: org } } }),
      ),
  });
}

/** Lists with these columns are read like this from now on. */
export function keepTemplate(org: string, name: string, header_hash: string, map: ImportMap): Promise<unknown> {
  return answer(
    api.PUT("/creditors/{creditor}/import-templates/{template}", {
      params: { path: { creditor: org, template: name } },
      body: { header_hash, map },
    }),
  );
}

export function dropTemplate(org: string, name: string): Promise<unknown> {
  return answer(
    api.DELETE("/creditors/{creditor}/import-templates/{template}", {
      params: { path: { creditor: org, template: name } },
    }),
  );
}
