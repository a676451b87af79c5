import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, answerAtOnce, api } from "~/api/client";
import { intent } from "~/api/key";
import { Problem } from "~/api/problem";
import type { components, operations } from "~/api/schema";
import type { CasePage, PaymentFileResult, Suspense } from "~/api/types";

type Schemas = components["schemas"];
type Wish = Schemas["PaymentWish"];
type Result = Schemas["PaymentResult"];
type Assign = Schemas["Assign"];
export type Hint = Schemas["Hint"];
export type PaymentRow = Schemas["PaymentRow"];
export type PaymentPage = Schemas["PaymentPage"];
export type PaymentDay = Schemas["PaymentDay"];
export type PaymentLine = Schemas["PaymentLine"];
export type MoveWish = Schemas["MoveWish"];
export type Moved = Schemas["Moved"];
/** Which payments one asks for. */
export type Ask = Omit<NonNullable<operations["payments"]["parameters"]["query"]>, "offset" | "limit">;

/** Payments that found no case, with suggestions. */
export function useSuspense(org: string) {
  return useQuery({
    queryKey: ["suspense", org],
    queryFn: () => answer<Suspense>(api.GET("/creditors/{creditor}/suspense", { params: { path: { creditor: org } } })),
  });
}

/** A waiting payment, or a part of it, belongs to this case; or it undoes a payment of it. */
export function assign(org: string, line: number, body: Assign): Promise<unknown> {
  const params = { path: { creditor: org, line } };
  return answer(api.POST("/creditors/{creditor}/suspense/{line}", { params, body }));
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

export const paymentsKey = (org: string, ask: Ask) => ["payments", org, ask] as const;

/** Some of the payments that match. */
export function fetchPayments(org: string, ask: Ask, offset: number, limit: number): Promise<PaymentPage> {
  const params = { path: { creditor: org }, query: { ...ask, offset, limit } };
  return answer<PaymentPage>(api.GET("/creditors/{creditor}/payments", { params }));
}

/** The most the server answers at once. */
export const most = 200;

/** The standing payments of a sum, of the years before a day: those that a line of the bank may undo. */
export function usePaymentsOf(org: string, amount: string, to: string) {
  const from = `${Number(to.slice(0, 4)) - 5}-01-01`;
  const ask: Ask = { from, to, gone: false, search: amount };
  return useQuery({
    queryKey: paymentsKey(org, ask),
    queryFn: async () => (await fetchPayments(org, ask, 0, most)).rows.filter((row) => row.amount === amount),
  });
}

/** What the bank's lines of some days came to, the latest first. */
export function usePaymentDays(org: string, ask: Pick<Ask, "from" | "to">) {
  return useQuery({
    queryKey: ["payment-days", org, ask],
    queryFn: async () => {
      const params = { path: { creditor: org }, query: ask };
      const { rows } = await answer<{ rows: PaymentDay[] }>(api.GET("/creditors/{creditor}/payments/days", { params }));
      return rows.reverse();
    },
  });
}

/** A line as the bank sent it, and where its parts went. */
export function usePaymentLine(org: string, line: number | null) {
  return useQuery({
    queryKey: ["payment-line", org, line],
    queryFn: () =>
      answer<PaymentLine>(
        api.GET("/creditors/{creditor}/payments/lines/{line}", {
          params: { path: { creditor: org, line: line ?? 0 } },
        }),
      ),
    enabled: line !== null,
  });
}

/** A payment leaves the case. */
export function move(org: string, at: Pick<PaymentRow, "case" | "payment">, body: MoveWish): Promise<Moved> {
  const params = {
    path: { creditor: org, case: at.case, payment: at.payment },
    header: { "Idempotency-Key": intent() },
  };
  return answer<Moved>(api.POST("/creditors/{creditor}/cases/{case}/payments/{payment}/move", { params, body }));
}

/** What was just put into a case leaves it again: to another, or to what waits. */
export async function moveBack(
  org: string,
  was: Pick<PaymentRow, "on" | "amount" | "line"> & { in: number },
  to?: number,
): Promise<void> {
  const { rows } = await fetchPayments(org, { case: was.in, from: was.on, to: was.on, gone: false }, 0, most);
  const same = rows.filter((row) => row.amount === was.amount && row.line === was.line);
  const last = same.sort((a, b) => b.payment - a.payment)[0];
  if (!last) throw new Problem({ code: "payment.unknown", status: 404, title: "", type: "about:blank", detail: " " });
  await move(org, last, { why: "moved", ...(to === undefined ? {} : { to }) });
}

const moneyKeys = [
  "creditor",
  "suspense",
  "payments",
  "payment-days",
  "payment-line",
  "refunds",
  "today",
  "case",
  "cases",
  "case-sums",
  "letters",
];

/** What has changed when money was placed. */
export function useMoneyMoved() {
  const queries = useQueryClient();
  return () => Promise.all(moneyKeys.map((name) => queries.invalidateQueries({ queryKey: [name] })));
}
