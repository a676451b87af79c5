import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, answerAtOnce, api } from "~/api/client";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";
import type { CasePage, PaymentFileResult, Suspense } from "~/api/types";

type Wish = components["schemas"]["PaymentWish"];
type Result = components["schemas"]["PaymentResult"];

/** Payments that found no case, with suggestions. */
export function useSuspense(org: string) {
  return useQuery({
    queryKey: ["suspense", org],
    queryFn: () => answer<Suspense>(api.GET("/creditors/{creditor}/suspense", { params: { path: { creditor: org } } })),
  });
}

/** A waiting payment belongs to this case. */
export function assign(org: string, line: number, number: number): Promise<unknown> {
  const params = { path: { creditor: org, line } };
  return answer(api.POST("/creditors/{creditor}/suspense/{line}", { params, body: { case: number } }));
}

/** A file from the bank, its bytes as they are. */
export function takeFile(org: string, file: File): Promise<PaymentFileResult> {
  return answerAtOnce<PaymentFileResult>(
    api.POST("/creditors/{creditor}/payment-files", {
      params: { path: { creditor: org }, header: { "Frist-File-Name": encodeURIComponent(file.name) } },
      headers: { "Content-Type": "application/octet-stream" },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
}

/** A payment that somebody tells of. */
export function register(org: string, number: number, body: Wish): Promise<Result> {
  const params = { path: { creditor: org, case: number }, header: { "Idempotency-Key": intent() } };
  return answer<Result>(api.POST("/creditors/{creditor}/cases/{case}/payments", { params, body }));
}

/** The running cases that fit what was typed. */
export function useFoundCases(org: string, search: string) {
  return useQuery({
    queryKey: ["cases", org, "found", search],
    queryFn: () =>
      answer<CasePage>(
        api.GET("/creditors/{creditor}/cases", {
          params: { path: { creditor: org }, query: { tab: "all", search, limit: 20 } },
        }),
      ),
  });
}

/** What has changed when money was placed. */
export function useMoneyMoved() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ["suspense", "today", "case", "cases", "case-sums", "letters"].map((name) =>
        queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
}
