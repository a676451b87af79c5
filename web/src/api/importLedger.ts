import { answer, api } from "~/api/client";
import { asJob, type Job, jobOf } from "~/api/jobs";
import type { components } from "~/api/schema";
import type { ImportResult } from "~/api/types";

export type ImportMap = components["schemas"]["ImportMap"];

export interface Wish {
  dry: boolean;
  complete: boolean;
  kind: "" | "person" | "company";
  /** Rows with mistakes are left out, and the others taken. */
  goodRows: boolean;
  /** The ledger's own total, which the file must agree with. */
  sum: string | undefined;
  count: number | undefined;
  /** What the person says about the columns; nothing: it is found out, or a template knows. */
  map: ImportMap | undefined;
}

export const first: Wish = {
  dry: true,
  complete: false,
  kind: "",
  goodRows: false,
  sum: undefined,
  count: undefined,
  map: undefined,
};

/** What a person says of how a file is read, as the address says it. */
export const reading = ({ kind, map }: Wish) => ({
  ...(kind ? { kind } : {}),
  ...(map ? { map: JSON.stringify(map) } : {}),
});

export const asItIs = (file: File) => ({
  headers: { "Content-Type": "application/octet-stream" },
  body: file as unknown as string,
  bodySerializer: (body: unknown) => body as Blob,
});

/** A file's open items: only shown when `dry`, else taken in, as a job that goes on by itself. Its bytes go as they are. */
export async function importLedger(
  org: string,
  file: File,
  wish: Wish,
): Promise<{ result: ImportResult } | { job: number }> {
  const { dry, complete, goodRows, sum, count } = wish;
  const answered = await answer<ImportResult | Job>(
    api.POST("/creditors/{creditor}/ledger/import", {
      params: {
        path: { creditor: org },
        query: {
          dry_run: dry,
          complete,
          good_rows: goodRows,
          ...reading(wish),
          ...(sum === undefined ? {} : { control_sum: sum }),
          ...(count === undefined ? {} : { control_count: count }),
        },
        header: { "Frist-File-Name": encodeURIComponent(file.name), ...(dry ? {} : asJob) },
      },
      ...asItIs(file),
    }),
  );
  const job = jobOf(answered);
  return job ? { job: job.job } : { result: answered as ImportResult };
}

/** The rows with mistakes and their reasons, as a file of the same kind. */
export function rejectedRows(org: string, file: File, wish: Wish): Promise<Blob> {
  return answer<Blob>(
    api.POST("/creditors/{creditor}/ledger/rejected", {
      params: {
        path: { creditor: org },
        query: reading(wish),
        header: { "Frist-File-Name": encodeURIComponent(file.name) },
      },
      parseAs: "blob",
      ...asItIs(file),
    }) as never,
  );
}
