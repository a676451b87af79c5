import { answer, api } from "./client";
import { asItIs } from "./importLedger";
import type { components } from "./schema";

export type CreditorImport = components["schemas"]["CreditorImport"];

/** Many creditors from one list: only shown when `dry`, else added, all of them or none. */
export function addCreditors(file: File, dry: boolean): Promise<CreditorImport> {
  return answer<CreditorImport>(
    api.POST("/creditors/import", {
      params: { query: { dry_run: dry }, header: { "Frist-File-Name": encodeURIComponent(file.name) } },
      ...asItIs(file),
    }),
  );
}
