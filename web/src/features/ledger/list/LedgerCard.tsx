import type { LedgerRow } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { PickBox } from "~/ui/Checks";
import { Day } from "~/ui/Day";
import { gapOf } from "~/ui/debtor/gaps";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import type { Picks } from "~/ui/table/usePicks";
import css from "./Ledger.module.css";

interface Props {
  row: LedgerRow;
  onDebtor: (editing: boolean) => void;
  picks: Picks<LedgerRow> | undefined;
}

/** An open item in the list of a phone. */
export function LedgerCard({ row, onDebtor, picks }: Props) {
  const t = useT();
  const told = useTold();
  return (
    <div className={css.card}>
      {picks ? (
        <PickBox
          label={t("ledger.pick.one", { invoice: row.invoice })}
          checked={picks.has(row.invoice)}
          onPick={() => picks.toggleRow(row)}
        />
      ) : (
        <span />
      )}
      <button type="button" className={css.cardName} onClick={() => onDebtor(false)}>
        {row.name || row.customer}
      </button>
      <b className={css.sum}>
        <Money of={row.open} unit />
      </b>
      <span className={css.cardLine}>
        <SignMarks of={row.signs} />
        <span className="numbers">{row.invoice}</span>
        <Day of={row.due} as="short" />
        {!row.ready &&
          (row.warnings.some((one) => gapOf(one.code)) ? (
            <button type="button" className={css.fill} onClick={() => onDebtor(true)}>
              {row.warnings.map((one) => told(one).what).join(" ")}
            </button>
          ) : (
            <span>{row.warnings.map((one) => told(one).what).join(" ")}</span>
          ))}
      </span>
    </div>
  );
}
