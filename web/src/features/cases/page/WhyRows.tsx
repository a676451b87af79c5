import type { SumRow } from "~/api/types";
import { useF } from "~/text/format";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { LawLink } from "~/ui/LawLink";
import { type SumLine, SumTable } from "~/ui/SumTable";
import { costWord } from "../words";

interface Props {
  rows: SumRow[];
  sum: string;
}

const rules = (rows: SumRow[]) => [...new Set(rows.map((row) => row.rule))];
const links = (rows: SumRow[]) => rules(rows).map((rule) => <LawLink key={rule} rule={rule} />);

/** The invoices, and what was credited of them. */
export function PrincipalRows({ rows, sum }: Props) {
  const t = useT();
  const f = useF();
  const lines: SumLine[] = rows.map((row) => ({
    what: row.due
      ? t("why.invoice", { invoice: row.claim, due: f.day(row.due) })
      : t("why.credit", { invoice: row.claim }),
    amount: row.amount,
  }));
  return <SumTable says={t("why.principal.says")} lines={lines} sum={sum} />;
}

/** From, to, days, rate, base and amount; the sum of the rows is the interest. */
export function InterestRows({ rows, sum }: Props) {
  const t = useT();
  const f = useF();
  const several = new Set(rows.map((row) => row.claim)).size > 1;
  const lines: SumLine[] = rows.map((row) => ({
    what: row.from && row.to ? `${f.day(row.from)} – ${f.day(row.to)}` : "",
    note: several ? t("today.invoice", { invoice: row.claim }) : undefined,
    days: row.days,
    rate: row.rate && f.percent(row.rate),
    base: row.base,
    amount: row.amount,
  }));
  return <SumTable interest says={t("why.interest.says")} lines={lines} sum={sum} links={links(rows)} />;
}

/** Each fee with its day and why it may be asked for. */
export function CostRows({ rows, sum }: Props) {
  const t = useT();
  const f = useF();
  const says = useSays();
  const lines: SumLine[] = rows.map((row) => {
    const word = row.kind ? costWord(row.kind) : undefined;
    const name = word ? t(word) : (row.kind ?? "").replaceAll("_", " ");
    return {
      what: row.on ? `${name} ${f.day(row.on)}` : name,
      note: row.says && says(row.says).text,
      amount: row.amount,
    };
  });
  return (
    <SumTable says={t(rows.length ? "why.costs.says" : "why.costs.none")} lines={lines} sum={sum} links={links(rows)} />
  );
}

/** Each payment, and which parts it covered. */
export function PaymentRows({ rows }: { rows: SumRow[] }) {
  const t = useT();
  const f = useF();
  const lines: SumLine[] = rows.map((row) => ({
    what: row.on ? f.day(row.on) : "",
    note: t("why.covered", {
      costs: f.money(row.costs ?? "0.00"),
      interest: f.money(row.interest ?? "0.00"),
      principal: f.money(row.principal ?? "0.00"),
    }),
    amount: row.amount,
  }));
  return <SumTable says={t("why.paid.says")} lines={lines} links={links(rows)} />;
}

/** What was given up when the case closed. */
/** What left the sum when the case ended: `why` it did. */
export function GoneRows({ rows, sum, why }: Props & { why: "written-off" | "carried" }) {
  const t = useT();
  const lines: SumLine[] = rows.map((row) => ({
    what: t(row.part === "payment" ? "balance.paid" : `part.${row.part}`),
    amount: row.amount,
  }));
  return <SumTable says={t(`why.${why}.says`)} lines={lines} sum={sum} links={links(rows)} />;
}
