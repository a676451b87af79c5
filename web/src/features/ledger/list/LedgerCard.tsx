import type { LedgerRow } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { PickBox } from "~/ui/Checks";
import { Day } from "~/ui/Day";
import { gapOf } from "~/ui/debtor/gaps";
import { IconAddressBook, IconFileText } from "~/ui/icons";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import type { Picks } from "~/ui/table/usePicks";
import css from "./Ledger.module.css";

interface Props {
  row: LedgerRow;
  onDebtor: (editing: boolean) => void;
  onItem: () => void;
  picks: Picks<LedgerRow> | undefined;
}

/** An open item in the list of a phone, with both its buttons: who owes, and the item itself. */
export function LedgerCard({ row, onDebtor, onItem, picks }: Props) {
  const t = useT();
  const told = useTold();
  const first = row.warnings[0];
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
      <span className={css.cardName}>{row.name || row.customer}</span>
      <b className={css.sum}>
        <Money of={row.open} unit />
      </b>
      <span className={css.cardLine}>
        <SignMarks of={row.signs} />
        <span className="numbers">{row.invoice}</span>
        <Day of={row.due} as="short" />
        {first &&
          (row.warnings.some((one) => gapOf(one.code)) ? (
            <button type="button" className={css.fill} onClick={() => onDebtor(true)}>
              {told(first).what}
            </button>
          ) : (
            <span className={css.quiet}>{told(first).what}</span>
          ))}
        {row.warnings.length > 1 && (
          <button
            type="button"
            className={css.more}
            aria-label={t("ledger.more.of", { n: row.warnings.length - 1, invoice: row.invoice })}
            onClick={onItem}
          >
            {t("ledger.more", { n: row.warnings.length - 1 })}
          </button>
        )}
      </span>
      <span className={css.cardActs}>
        <Button
          icon={IconAddressBook}
          label={t("ledger.debtor", { name: row.name || row.customer })}
          onPress={() => onDebtor(false)}
        >
          {t("debtor.info")}
        </Button>
        <Button icon={IconFileText} label={t("ledger.details.of", { invoice: row.invoice })} onPress={onItem}>
          {t("ledger.details")}
        </Button>
      </span>
    </div>
  );
}
