import { answerAtOnce, api } from "~/api/client";
import type { ImportResult } from "~/api/types";

export interface Wish {
  dry: boolean;
  complete: boolean;
  kind: "" | "person" | "company";
}

/** A file's open items: only shown when `dry`, else taken in. Its bytes go as they are. */
export function importLedger(org: string, file: File, { dry, complete, kind }: Wish): Promise<ImportResult> {
  return answerAtOnce<ImportResult>(
    api.POST("/creditors/{creditor}/ledger/import", {
      params: {
        path: { creditor: org },
        query: { dry_run: dry, complete, ...(kind ? { kind } : {}) },
        header: { "Frist-File-Name": encodeURIComponent(file.name) },
      },
      headers: { "Content-Type": "application/octet-stream" },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
}
