import { useQuery } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "~/api/client";
import { asJob, type Job } from "~/api/jobs";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";
import type { Language } from "~/format/language";

type Schemas = components["schemas"];
export type CaseExport = Schemas["CaseExport"];
export type ExportColumn = Schemas["ExportColumns"]["rows"][number];
export type ExportFile = Schemas["ExportFile"];
export type Saved = Schemas["SavedExport"];
export type SavedWish = Schemas["SavedExportWish"];
export type Schedule = Schemas["ExportSchedule"];

type Bytes = Promise<{ data?: Blob; error?: unknown; response: Response }>;

/** What there is to choose from, in the order of all. */
export function useExportColumns(language: Language) {
  return useQuery({
    queryKey: ["export-columns", language],
    queryFn: async () =>
      (await answer<Schemas["ExportColumns"]>(api.GET("/export-columns", { params: { query: { language } } }))).rows,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The person's own exports. */
export function useSaved() {
  return useQuery({
    queryKey: ["exports"],
    queryFn: async () => (await answer<Schemas["SavedExports"]>(api.GET("/exports"))).rows,
  });
}

/** What they brought by themselves, the newest first. */
export function useFiles() {
  return useQuery({
    queryKey: ["export-files"],
    queryFn: async () => (await answer<Schemas["ExportFiles"]>(api.GET("/export-files"))).rows,
  });
}

export function saveExport(body: SavedWish): Promise<Saved> {
  return answer<Saved>(api.POST("/exports", { params: { header: { "Idempotency-Key": intent() } }, body }));
}

/** Refused when somebody has changed it since this version. */
export function changeExport({ export: id, version }: Saved, body: SavedWish): Promise<Saved> {
  const params = { path: { export: id }, header: { "If-Match": `"${version}"` } };
  return answer<Saved>(api.PUT("/exports/{export}", { params, body }));
}

export function dropExport(id: number): Promise<unknown> {
  return answer(api.DELETE("/exports/{export}", { params: { path: { export: id } } }));
}

/** The file is made as work that goes on by itself; answers its number among the jobs of this creditor. */
export async function startExport(creditor: string, body: CaseExport): Promise<number> {
  const params = { path: { creditor }, header: { ...asJob, "Idempotency-Key": intent() } };
  return (await answer<Job>(api.POST("/creditors/{creditor}/exports", { params, body }) as never)).job;
}

/** The file's name in the header that carries it. */
export function nameIn(disposition: string | null): string | undefined {
  const coded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? "")?.[1];
  if (coded) return decodeURIComponent(coded);
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1];
}

/** What the work brought. */
export async function fileOfJob(
  creditor: string,
  job: number,
): Promise<{ name: string | undefined; rows: number | undefined; bytes: Blob }> {
  const params = { path: { creditor, job } };
  const asked = api.GET("/creditors/{creditor}/jobs/{job}/answer", { params, parseAs: "blob" });
  const { value, headers } = await answerWithTag<Blob>(asked as Bytes);
  const rows = headers.get("Frist-Rows");
  return {
    name: nameIn(headers.get("Content-Disposition")),
    rows: rows === null ? undefined : Number(rows),
    bytes: value,
  };
}

/** A file that was made by itself. */
export function fileMade(file: number): Promise<Blob> {
  return answer<Blob>(api.GET("/export-files/{file}", { params: { path: { file } }, parseAs: "blob" }) as Bytes);
}
