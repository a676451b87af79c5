import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Act } from "~/api/types";
import type { BulkAct } from "./bulk";

type Schemas = components["schemas"];
export type Foreseen = Schemas["Foreseen"];
export type BulkForeseen = Schemas["BulkForeseen"];

/** What an act would cost and what would come of it. Nothing is done. */
export function foresee(org: string, number: number, body: Act): Promise<Foreseen> {
  const params = { path: { creditor: org, case: number } };
  return answer<Foreseen>(api.POST("/creditors/{creditor}/cases/{case}/acts/check", { params, body }));
}

/** The same of many cases. */
export function foreseeMany(org: string, body: BulkAct): Promise<BulkForeseen> {
  return answer<BulkForeseen>(
    api.POST("/creditors/{creditor}/acts/check", { params: { path: { creditor: org } }, body }),
  );
}
