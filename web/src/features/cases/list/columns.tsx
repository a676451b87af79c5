import { useMemo } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { CaseRow } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { statusWords, stepShort, strokes } from "~/text/words";
import type { ColumnSet } from "~/ui/list/useColumnChoice";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import { StatusTag } from "~/ui/StatusTag";
import { Steps } from "~/ui/Steps";
import type { Column } from "~/ui/table/types";
import css from "./Cases.module.css";
import { NextCell } from "./NextCell";

/** What may be shown of a case, and what is when nobody has chosen. */
export const columnSet: ColumnSet = {
  setting: "case-columns",
  all: ["case", "name", "group", "invoice", "step", "status", "next", "days", "open"],
  always: ["case", "name", "open"],
  extra: ["group"],
};

/** The columns of the register: what identifies is left, what is money is right. */
export function useColumns(): Column<CaseRow>[] {
  const t = useT();
  const f = useF();
  const org = useOrg();
  return useMemo(
    () => [
      {
        id: "case",
        head: t("cases.case"),
        width: 68,
        sort: "case",
        kind: "whole",
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
        id: "group",
        head: t("debtor.group"),
        width: 120,
        value: (row) => row.group,
        cell: (row) => row.group,
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
        kind: "day",
        value: (row) => row.next?.on ?? "",
        cell: (row) => <NextCell next={row.next} />,
      },
      {
        id: "days",
        head: t("cases.days-over"),
        width: 86,
        right: true,
        sort: "days_over",
        kind: "whole",
        value: (row) => row.days_over,
        cell: (row) => f.count(row.days_over),
      },
      {
        id: "open",
        head: t("cases.open"),
        width: 130,
        right: true,
        sort: "open",
        kind: "money",
        value: (row) => row.open ?? "",
        cell: (row) => (
          <b className={css.sum}>{row.open === null ? t("cases.open.unknown") : <Money of={row.open} />}</b>
        ),
      },
    ],
    [t, f, org],
  );
}
