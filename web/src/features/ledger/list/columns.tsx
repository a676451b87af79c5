import { useMemo } from "react";
import type { LedgerRow } from "~/api/types";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { gapOf } from "~/ui/debtor/gaps";
import { IconButton } from "~/ui/IconButton";
import { IconAddressBook, IconFileText } from "~/ui/icons";
import type { ColumnSet } from "~/ui/list/useColumnChoice";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import type { Column } from "~/ui/table/types";
import css from "./Ledger.module.css";

/** What may be shown of an open item, and what is when nobody has chosen. */
export const columnSet: ColumnSet = {
  setting: "ledger-columns",
  all: ["invoice", "name", "group", "warnings", "due", "days", "amount", "open"],
  always: ["invoice", "name", "open"],
  extra: ["group"],
};

/** The columns of the open items; what stands in the way has a column of its own. */
export function useColumns(
  onDebtor: (debtor: number, editing?: boolean) => void,
  onItem: (row: LedgerRow) => void,
): Column<LedgerRow>[] {
  const t = useT();
  const f = useF();
  const told = useTold();
  return useMemo(() => {
    const ready = (row: LedgerRow) => {
      if (!row.automatic) return t("ledger.ready");
      const { reason, level } = row.automatic;
      return reason ? told(reason).what : t(`ledger.auto.${level}`);
    };
    return [
      {
        id: "invoice",
        head: t("cases.invoice"),
        width: 96,
        sort: "number",
        value: (row) => row.invoice,
        cell: (row) => row.invoice,
      },
      {
        id: "name",
        head: t("cases.debtor"),
        sort: "name",
        value: (row) => row.name || row.customer,
        cell: (row) => (
          <span className={css.name}>
            <IconButton
              plain
              icon={IconAddressBook}
              label={t("ledger.debtor", { name: row.name || row.customer })}
              onPress={() => onDebtor(row.debtor)}
            />
            <IconButton
              plain
              icon={IconFileText}
              label={t("ledger.details.of", { invoice: row.invoice })}
              onPress={() => onItem(row)}
            />
            <span className={css.who}>{row.name || row.customer}</span>
          </span>
        ),
      },
      {
        id: "group",
        head: t("debtor.group"),
        width: 130,
        value: (row) => row.group,
        cell: (row) => row.group,
      },
      {
        id: "warnings",
        head: t("ledger.warnings"),
        width: 232,
        value: (row) => (row.ready ? ready(row) : row.warnings.map((one) => told(one).what).join(" ")),
        cell: (row) => (
          <span className={css.warnings}>
            <SignMarks of={row.signs} />
            {row.warnings.some((one) => gapOf(one.code)) ? (
              <button type="button" className={css.fill} onClick={() => onDebtor(row.debtor, true)}>
                {told(row.warnings[0]!).what}
              </button>
            ) : (
              <span className={css.quiet}>
                {row.ready ? ready(row) : row.warnings[0] && told(row.warnings[0]).what}
              </span>
            )}
            {row.warnings.length > 1 && (
              <button
                type="button"
                className={css.more}
                aria-label={t("ledger.more.of", { n: row.warnings.length - 1, invoice: row.invoice })}
                onClick={() => onItem(row)}
              >
                {t("ledger.more", { n: row.warnings.length - 1 })}
              </button>
            )}
          </span>
        ),
      },
      {
        id: "due",
        head: t("ledger.due"),
        width: 88,
        sort: "due",
        kind: "day",
        value: (row) => row.due,
        cell: (row) => <Day of={row.due} as="short" />,
      },
      {
        id: "days",
        head: t("cases.days-over"),
        width: 92,
        right: true,
        kind: "whole",
        value: (row) => row.days_over,
        cell: (row) => (row.days_over > 0 ? f.count(row.days_over) : "–"),
      },
      {
        id: "amount",
        head: t("ledger.amount"),
        width: 116,
        right: true,
        kind: "money",
        value: (row) => row.amount,
        cell: (row) => <Money of={row.amount} />,
      },
      {
        id: "open",
        head: t("cases.open"),
        width: 132,
        right: true,
        sort: "open",
        kind: "money",
        value: (row) => row.open,
        cell: (row) => (
          <b className={css.sum}>
            <Money of={row.open} />
          </b>
        ),
      },
    ];
  }, [t, f, told, onDebtor, onItem]);
}
