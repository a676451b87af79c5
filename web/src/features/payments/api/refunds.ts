import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type Refund = Schemas["Refund"];
export type RefundList = Schemas["RefundList"];
export type Owed = RefundList["owed"][number];
export type RefundWish = Schemas["RefundWish"];

const at = (org: string, refund: number) => ({ params: { path: { creditor: org, refund } } });

/** What is owed back, and the refunds. */
export function useRefunds(org: string) {
  return useQuery({
    queryKey: ["refunds", org],
    queryFn: () =>
      answer<RefundList>(api.GET("/creditors/{creditor}/refunds", { params: { path: { creditor: org } } })),
  });
}

/** Money is to go back. The same key twice counts once. */
export function orderRefund(org: string, body: RefundWish, key = intent()): Promise<Refund> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": key } };
  return answer<Refund>(api.POST("/creditors/{creditor}/refunds", { params, body }));
}

/** It does not go. */
export function cancelRefund(org: string, refund: number): Promise<unknown> {
  return answer(api.DELETE("/creditors/{creditor}/refunds/{refund}", at(org, refund)));
}

/** The bank has paid it on this day. */
export function refundPaid(org: string, refund: number, on: string): Promise<Refund> {
  return answer<Refund>(api.POST("/creditors/{creditor}/refunds/{refund}/paid", { ...at(org, refund), body: { on } }));
}

interface TransferFile {
  name: string;
  bytes: Blob;
}

/** All that are ordered in one file for the bank; nothing when there are none. The same key twice gives the same file. */
export async function fileRefunds(org: string, key: string): Promise<TransferFile | undefined> {
  const params = { path: { creditor: org }, header: { "Idempotency-Key": key } };
  const asked = api.POST("/creditors/{creditor}/refunds/file", { params, parseAs: "blob" });
  const bytes = await answer<Blob | undefined>(asked as never);
  const { response } = await asked;
  return bytes && response.status === 200
    ? { name: `${response.headers.get("Frist-File") ?? "pain001"}.xml`, bytes }
    : undefined;
}

/** The same file again. */
export async function fetchRefundFile(org: string, file: string): Promise<TransferFile> {
  const params = { path: { creditor: org, file } };
  const bytes = await answer<Blob>(
    api.GET("/creditors/{creditor}/refunds/files/{file}", { params, parseAs: "blob" }) as never,
  );
  return { name: `${file}.xml`, bytes };
}
