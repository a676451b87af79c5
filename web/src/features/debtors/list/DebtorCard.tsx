import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { PickBox } from "~/ui/Checks";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import type { Picks } from "~/ui/table/usePicks";
import type { DebtorRow } from "../api/debtors";
import css from "./Debtors.module.css";

/** A debtor in the list of a phone: a box to pick it, and the rest of it leads to the debtor. */
export function DebtorCard({ row, picks }: { row: DebtorRow; picks: Picks<DebtorRow> | undefined }) {
  const t = useT();
  const org = useOrg();
  return (
    <div className={css.line} data-picks={picks !== undefined || undefined}>
      {picks && (
        <PickBox
          label={t("debtors.pick.one", { name: row.name })}
          checked={picks.has(String(row.debtor))}
          onPick={() => picks.toggleRow(row)}
        />
      )}
      <Link className={css.card} to={`/${org}/skyldnere/${row.debtor}`}>
        <span className={css.name}>
          <b>{row.name}</b> <SignMarks of={row.signs} />
        </span>
        <b className={css.sum}>{row.open !== null && <Money of={row.open} unit />}</b>
        <small>{[row.group, row.address_lines?.join(", ")].filter(Boolean).join(" · ")}</small>
        <small>{t("cases.count", { n: row.running })}</small>
      </Link>
    </div>
  );
}
