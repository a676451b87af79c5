import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type DocumentKind = Schemas["DocumentWish"]["kind"];
export type PetitionKind = Schemas["PetitionWish"]["kind"];
export type InvoiceCopy = Schemas["InvoiceCopy"];
type Paper = Promise<{ data?: Blob; error?: unknown; response: Response }>;

/** A letter that no course orders, dated today; nothing of it is kept. */
export function makeDocument(org: string, number: number, kind: DocumentKind): Promise<Blob> {
  const params = { path: { creditor: org, case: number } };
  return answer<Blob>(
    api.POST("/creditors/{creditor}/cases/{case}/documents", { params, body: { kind }, parseAs: "blob" }) as Paper,
  );
}

/** What a court, a board or an office gets, with everything enclosed; nothing of it is kept. */
export function makePetition(org: string, number: number, kind: PetitionKind): Promise<Blob> {
  const params = { path: { creditor: org, case: number } };
  return answer<Blob>(
    api.POST("/creditors/{creditor}/cases/{case}/petitions", { params, body: { kind }, parseAs: "blob" }) as Paper,
  );
}

export const copiesKey = (org: string, invoice: string) => ["copies", org, invoice] as const;

/** Copies of an invoice. */
export function useCopies(org: string, invoice: string) {
  return useQuery({
    queryKey: copiesKey(org, invoice),
    queryFn: async () => {
      const params = { path: { creditor: org, invoice } };
      return (
        await answer<{ rows: InvoiceCopy[] }>(api.GET("/creditors/{creditor}/invoices/{invoice}/copies", { params }))
      ).rows;
    },
  });
}

/** Keeps a PDF with the invoice; its bytes go as they are. */
export function addCopy(org: string, invoice: string, file: File): Promise<InvoiceCopy> {
  return answer<InvoiceCopy>(
    api.POST("/creditors/{creditor}/invoices/{invoice}/copies", {
      params: { path: { creditor: org, invoice }, header: { "Idempotency-Key": intent() } },
      headers: { "Content-Type": "application/pdf", "Frist-File-Name": encodeURIComponent(file.name) },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
}

/** Forgets the copy. */
export function dropCopy(org: string, { invoice, sha256 }: InvoiceCopy): Promise<unknown> {
  const params = { path: { creditor: org, invoice, sha256 } };
  return answer(api.DELETE("/creditors/{creditor}/invoices/{invoice}/copies/{sha256}", { params }));
}
