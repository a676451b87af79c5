import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Act } from "~/api/types";
import type { BulkAct } from "./bulk";

type Schemas = components["schemas"];
export type Foreseen = Schemas["Foreseen"];
export type BulkForeseen = Schemas["BulkForeseen"];

const never = { retry: false, gcTime: 0, refetchOnWindowFocus: false } as const;

/** What an act would cost and what would come of it, of the case as it stands by `etag`. Nothing is done. */
export const foreseen = (org: string, number: number, etag: string | undefined, act: Act) =>
  queryOptions({
    ...never,
    queryKey: ["foreseen", org, number, etag, act],
    queryFn: ({ signal }) =>
      answer<Foreseen>(
        api.POST("/creditors/{creditor}/cases/{case}/acts/check", {
          params: { path: { creditor: org, case: number } },
          body: act,
          signal,
        }),
      ),
  });

/** The same of many cases. */
export const foreseenOfMany = (org: string, act: BulkAct) =>
  queryOptions({
    ...never,
    queryKey: ["foreseen-many", org, act],
    queryFn: ({ signal }) =>
      answer<BulkForeseen>(
        api.POST("/creditors/{creditor}/acts/check", { params: { path: { creditor: org } }, body: act, signal }),
      ),
  });
