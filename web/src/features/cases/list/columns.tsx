import { useMemo } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { CaseRow } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { statusWords, stepShort, strokes } from "~/text/words";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import { StatusTag } from "~/ui/StatusTag";
import { Steps } from "~/ui/Steps";
import type { Column } from "~/ui/table/types";
import css from "./Cases.module.css";
import { NextCell } from "./NextCell";

export const optional = ["invoice", "step", "status", "next", "days"] as const;
export type Optional = (typeof optional)[number];
const always = ["case", "name", "open"];

/** What is shown when these are hidden, and what is hidden when these are shown. */
export const shownOf = (hidden: readonly string[]) => [...always, ...optional].filter((id) => !hidden.includes(id));
export const hiddenOf = (shown: readonly string[]) => optional.filter((id) => !shown.includes(id));

/** The columns of the register: what identifies is left, what is money is right. */
export function useColumns(hidden: readonly string[]): Column<CaseRow>[] {
  const t = useT();
  const f = useF();
  const org = useOrg();
  return useMemo(() => {
    const all: Column<CaseRow>[] = [
      {
        id: "case",
        head: t("cases.case"),
        width: 68,
        sort: "case",
        value: (row) => row.case,
        cell: (row) => <span className={css.quiet}>{row.case}</span>,
      },
      {
        id: "name",
        head: t("cases.debtor"),
        sort: "name",
        value: (row) => row.name,
        cell: (row) => (
          <span className={css.name}>
            <Link to={`/${org}/saker/${row.case}`}>{row.name}</Link>
            <SignMarks of={row.signs} />
          </span>
        ),
      },
      {
        id: "invoice",
        head: t("cases.invoice"),
        width: 84,
        value: (row) => row.invoice,
        cell: (row) =>
          row.invoices > 1 ? t("cases.invoices", { invoice: row.invoice, n: row.invoices - 1 }) : row.invoice,
      },
      {
        id: "step",
        head: t("cases.step"),
        width: 134,
        sort: "step",
        value: (row) => t(stepShort[row.step]),
        cell: (row) => <Steps done={strokes[row.step]} word={t(stepShort[row.step])} />,
      },
      {
        id: "status",
        head: t("cases.status"),
        width: 118,
        value: (row) => t(statusWords[row.status]),
        cell: (row) => <StatusTag quiet of={row.status} />,
      },
      {
        id: "next",
        head: t("cases.next"),
        width: 160,
        sort: "next",
        value: (row) => row.next?.on ?? "",
        cell: (row) => <NextCell next={row.next} />,
      },
      {
        id: "days",
        head: t("cases.days-over"),
        width: 86,
        right: true,
        sort: "days_over",
        value: (row) => row.days_over,
        cell: (row) => f.count(row.days_over),
      },
      {
        id: "open",
        head: t("cases.open"),
        width: 130,
        right: true,
        sort: "open",
        value: (row) => row.open ?? "",
        cell: (row) => (
          <b className={css.sum}>{row.open === null ? t("cases.open.unknown") : <Money of={row.open} />}</b>
        ),
      },
    ];
    return all.filter((column) => !hidden.includes(column.id));
  }, [t, f, org, hidden]);
}
