import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Narrowing } from "~/ui/list/useHeld";
import { Money } from "~/ui/Money";
import { Tag, type Tone } from "~/ui/Tag";
import type { Column } from "~/ui/table/types";
import type { Refund } from "../api/refunds";
import css from "../page/Payments.module.css";

export type RefundAct = "paid" | "cancel" | "file";
const tones: Record<Refund["state"], Tone> = { ordered: "choice", filed: "going", paid: "good", cancelled: "done" };

interface Props {
  rows: Refund[];
  onAct: ((refund: Refund, act: RefundAct) => void) | undefined;
}

/** The refunds, those that wait for somebody first. */
export function RefundRows({ rows, onAct }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const from = (row: Refund) =>
    row.case !== null ? (
      <Link className="in-text" to={`/${org}/saker/${row.case}`}>
        {t("today.case", { case: String(row.case) })}
      </Link>
    ) : (
      t("refund.from-waiting")
    );
  const state = (row: Refund) => (
    <Tag quiet tone={tones[row.state]}>
      {t(`refund.state.${row.state}`)}
    </Tag>
  );
  const when = (row: Refund) => row.ended_on ?? row.filed_on ?? row.ordered_on;
  const button = (row: Refund, act: RefundAct) => (
    <Button
      kind={act === "paid" ? "quiet" : "text"}
      onPress={() => onAct?.(row, act)}
      label={t("refund.act.of", { act: t(`refund.do.${act}`), name: row.name, amount: f.money(row.amount) })}
    >
      {t(`refund.do.${act}`)}
    </Button>
  );
  const acts = (row: Refund) => {
    if (!onAct) return null;
    const waits = row.state === "ordered" || row.state === "filed";
    return (
      <span className={css.acts}>
        {waits && button(row, "paid")}
        {row.file !== null && button(row, "file")}
        {waits && button(row, "cancel")}
      </span>
    );
  };
  const columns: Column<Refund>[] = [
    { id: "when", head: t("refund.when"), kind: "day", width: 110, value: when, cell: (row) => <Day of={when(row)} /> },
    { id: "state", head: t("payments.state"), value: (row) => t(`refund.state.${row.state}`), cell: state },
    {
      id: "from",
      head: t("refund.from"),
      value: (row) => (row.case !== null ? t("today.case", { case: String(row.case) }) : t("refund.from-waiting")),
      cell: from,
    },
    { id: "name", head: t("refund.name"), value: (row) => row.name, cell: (row) => row.name },
    {
      id: "account",
      head: t("refund.account"),
      value: (row) => row.account,
      cell: (row) => <span className="numbers">{row.account}</span>,
    },
    {
      id: "file",
      head: t("refund.file.name"),
      value: (row) => row.file ?? "",
      cell: (row) => <span className={css.quiet}>{row.file}</span>,
    },
    {
      id: "amount",
      head: t("ledger.amount"),
      right: true,
      kind: "money",
      value: (row) => row.amount,
      cell: (row) => (
        <b className={row.state === "cancelled" ? css.struck : undefined}>
          <Money of={row.amount} />
        </b>
      ),
    },
    { id: "acts", head: t("refund.acts"), right: true, width: 230, cell: acts },
  ];
  const pills: Narrowing<Refund>[] = [
    {
      word: "stand",
      name: t("payments.state"),
      of: (row) => row.state,
      say: (one) => t(`refund.state.${one as Refund["state"]}`),
    },
  ];
  return (
    <HeldTable
      id="refunds"
      caption={t("refund.rows.title")}
      search={t("refund.rows.search")}
      columns={columns}
      rows={rows}
      pills={pills}
      keyOf={(row) => String(row.refund)}
      phone={(row) => (
        <div className={css.card}>
          <span>{row.name}</span>
          <b>
            <Money of={row.amount} unit />
          </b>
          <small>
            {from(row)} <Day of={when(row)} /> {row.account}
          </small>
          {state(row)}
          {acts(row)}
        </div>
      )}
    />
  );
}
