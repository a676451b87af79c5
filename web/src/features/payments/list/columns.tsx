import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import { Tag } from "~/ui/Tag";
import type { Column } from "~/ui/table/types";
import type { PaymentRow } from "../api/payments";
import css from "../page/Payments.module.css";

export const parts = ["costs", "interest", "principal", "overpaid", "returned"] as const;

/** Which columns one may do without. */
export const columnSet = {
  setting: "payments-columns",
  all: ["on", "case", "name", "kid", "source", ...parts, "state", "amount"],
  always: ["on", "amount"],
  extra: ["source", "returned"],
};

/** Whether a payment stands, or why it does not. */
export function StateTag({ row, quiet = false }: { row: PaymentRow; quiet?: boolean }) {
  const t = useT();
  if (row.gone)
    return (
      <Tag quiet={quiet} tone="done">
        {t(`payments.gone.${row.gone}`)}
      </Tag>
    );
  if (!isZero(row.overpaid))
    return (
      <Tag quiet={quiet} tone="wait">
        {t("payments.overpaid")}
      </Tag>
    );
  if (!isZero(row.returned))
    return (
      <Tag quiet={quiet} tone="done">
        {t("payments.returned")}
      </Tag>
    );
  return null;
}

/** The columns of the payments: the day opens the payment. */
export function useColumns(onOpen: (row: PaymentRow) => void): Column<PaymentRow>[] {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const state = (row: PaymentRow) => (row.gone ? t(`payments.gone.${row.gone}`) : "");
  const money = (id: (typeof parts)[number] | "amount", width: number, head: string): Column<PaymentRow> => ({
    id,
    head,
    right: true,
    width,
    kind: "money",
    summed: true,
    // What was taken back counts in no sum.
    value: (row) => (row.gone ? "" : row[id]),
    cell: (row) => (isZero(row[id]) ? <span className={css.quiet}>–</span> : <Money of={row[id]} />),
  });
  return [
    {
      id: "on",
      head: t("payments.on"),
      width: 110,
      kind: "day",
      value: (row) => row.on,
      cell: (row) => (
        <button
          type="button"
          className={css.open}
          onClick={() => onOpen(row)}
          aria-label={t("payments.open", {
            day: f.day(row.on),
            amount: f.money(row.amount),
            case: String(row.case),
          })}
        >
          <Day of={row.on} />
        </button>
      ),
    },
    {
      id: "case",
      head: t("cases.case"),
      width: 60,
      kind: "whole",
      value: (row) => row.case,
      cell: (row) => (
        <Link className="numbers" to={`/${org}/saker/${row.case}`}>
          {row.case}
        </Link>
      ),
    },
    { id: "name", head: t("payments.name"), value: (row) => row.name, cell: (row) => row.name },
    {
      id: "kid",
      head: t("payments.kid-payer"),
      value: (row) => [row.kid, row.payer].filter(Boolean).join(" · "),
      cell: (row) => <span className={css.quiet}>{[row.kid, row.payer].filter(Boolean).join(" · ")}</span>,
    },
    {
      id: "source",
      head: t("payments.source"),
      width: 90,
      value: (row) => t(`payments.source.${row.source}`),
      cell: (row) => t(`payments.source.${row.source}`),
    },
    money("costs", 90, t("part.costs")),
    money("interest", 90, t("payments.interest")),
    money("principal", 100, t("part.principal")),
    money("overpaid", 100, t("payments.overpaid")),
    money("returned", 100, t("payments.returned")),
    { id: "state", head: t("payments.state"), width: 130, value: state, cell: (row) => <StateTag quiet row={row} /> },
    {
      ...money("amount", 110, t("ledger.amount")),
      cell: (row) => (
        <b className={row.gone ? css.struck : undefined}>
          <Money of={row.amount} />
        </b>
      ),
    },
    {
      id: "taken",
      head: t("payments.taken"),
      right: true,
      kind: "money",
      filed: true,
      value: (row) => (row.gone ? row.amount : ""),
      cell: () => null,
    },
    { id: "told", head: t("payments.told"), kind: "day", filed: true, value: (row) => row.told, cell: () => null },
  ];
}
