import { memo } from "react";
import { Link } from "react-router";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import { keyOf } from "../api/decisions";
import { Choices, type RowProps, useWaits } from "./Choices";
import css from "./Decisions.module.css";
import { idOf } from "./useRound";

/** A decision on a desk. */
export const DecisionRow = memo(function DecisionRow({ here, ...words }: RowProps) {
  const t = useT();
  const f = useF();
  const waits = useWaits();
  const { row } = words;
  return (
    <tr id={idOf(keyOf(row))} tabIndex={-1} className={css.row} data-here={here || undefined}>
      <td>
        <Link to={`/${row.creditor}/skyldnere/${row.debtor}`} className={css.name}>
          {row.name}
        </Link>
      </td>
      <td>
        <Link to={`/${row.creditor}/saker/${row.case}`} className="numbers">
          {row.case}
        </Link>
      </td>
      <td>{waits(row)}</td>
      <td data-right>{f.count(row.days_over)}</td>
      <td data-right className={css.sum}>
        {row.open === null ? <span className={css.quiet}>{t("cases.open.unknown")}</span> : <Money of={row.open} />}
      </td>
      <td>
        <Choices {...words} />
      </td>
    </tr>
  );
});

/** The same on a phone. */
export const DecisionCard = memo(function DecisionCard({ here, ...words }: RowProps) {
  const t = useT();
  const waits = useWaits();
  const { row } = words;
  return (
    <li id={idOf(keyOf(row))} tabIndex={-1} className={css.card} data-here={here || undefined}>
      <Link to={`/${row.creditor}/skyldnere/${row.debtor}`} className={css.name}>
        {row.name}
      </Link>
      <span className={css.sum}>{row.open !== null && <Money of={row.open} unit />}</span>
      <span className={css.line}>
        <Link to={`/${row.creditor}/saker/${row.case}`}>{t("today.case", { case: String(row.case) })}</Link>
        <span>{waits(row)}</span>
        <span className={css.quiet}>{t("decisions.days", { n: row.days_over })}</span>
      </span>
      <div className={css.below}>
        <Choices {...words} />
      </div>
    </li>
  );
});
