import { answer, api } from "~/api/client";
import { asJob, type Job, jobOf } from "~/api/jobs";
import type { ImportResult } from "~/api/types";

export interface Wish {
  dry: boolean;
  complete: boolean;
  kind: "" | "person" | "company";
}

/** A file's open items: only shown when `dry`, else taken in, as a job that goes on by itself. Its bytes go as they are. */
export async function importLedger(
  org: string,
  file: File,
  { dry, complete, kind }: Wish,
): Promise<{ result: ImportResult } | { job: number }> {
  const answered = await answer<ImportResult | Job>(
    api.POST("/creditors/{creditor}/ledger/import", {
      params: {
        path: { creditor: org },
        query: { dry_run: dry, complete, ...(kind ? { kind } : {}) },
        header: { "Frist-File-Name": encodeURIComponent(file.name), ...(dry ? {} : asJob) },
      },
      headers: { "Content-Type": "application/octet-stream" },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
  const job = jobOf(answered);
  return job ? { job: job.job } : { result: answered as ImportResult };
}
