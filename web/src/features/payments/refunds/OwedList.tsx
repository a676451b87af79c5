import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import { Money } from "~/ui/Money";
import type { Column } from "~/ui/table/types";
import type { Owed } from "../api/refunds";
import css from "../page/Payments.module.css";

/** What is owed back and nobody has ordered back yet. */
export function OwedList({ rows, onOrder }: { rows: Owed[]; onOrder: ((owed: Owed) => void) | undefined }) {
  const t = useT();
  const org = useOrg();
  const link = (row: Owed) => (
    <Link className="in-text" to={`/${org}/saker/${row.case}`}>
      {t("today.case", { case: String(row.case) })}
    </Link>
  );
  const order = (row: Owed) =>
    onOrder && (
      <Button onPress={() => onOrder(row)} label={t("refund.order.of", { case: String(row.case) })}>
        {t("refund.order")}
      </Button>
    );
  const columns: Column<Owed>[] = [
    {
      id: "on",
      head: t("payments.on"),
      kind: "day",
      width: 110,
      value: (row) => row.on,
      cell: (row) => <Day of={row.on} />,
    },
    { id: "case", head: t("cases.case"), width: 100, kind: "whole", value: (row) => row.case, cell: link },
    { id: "name", head: t("payments.name"), value: (row) => row.name, cell: (row) => row.name },
    {
      id: "account",
      head: t("refund.account"),
      value: (row) => row.account,
      cell: (row) =>
        row.account ? (
          <span className="numbers">{row.account}</span>
        ) : (
          <span className={css.quiet}>{t("refund.account.none")}</span>
        ),
    },
    {
      id: "amount",
      head: t("ledger.amount"),
      right: true,
      kind: "money",
      summed: true,
      value: (row) => row.amount,
      cell: (row) => (
        <b>
          <Money of={row.amount} />
        </b>
      ),
    },
    { id: "order", head: t("refund.acts"), right: true, width: 150, cell: order },
  ];
  return (
    <HeldTable
      id="refunds-owed"
      prefix="skal-"
      caption={t("refund.owed.title")}
      search={t("refund.owed.search")}
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.case}/${row.payment}`}
      phone={(row) => (
        <div className={css.card}>
          <span>
            {link(row)} {row.name}
          </span>
          <b>
            <Money of={row.amount} unit />
          </b>
          <small>
            <Day of={row.on} /> {row.account || t("refund.account.none")}
          </small>
          {order(row)}
        </div>
      )}
    />
  );
}
