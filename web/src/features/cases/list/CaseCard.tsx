import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { CaseRow } from "~/api/types";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import { StatusTag } from "~/ui/StatusTag";
import css from "./Cases.module.css";
import { NextCell } from "./NextCell";

/** A case in the list of a phone: the whole of it leads to the case. */
export function CaseCard({ row }: { row: CaseRow }) {
  const org = useOrg();
  return (
    <Link to={`/${org}/saker/${row.case}`} className={css.card}>
      <span className={css.cardName}>
        <span>{row.name}</span>
        <SignMarks of={row.signs} />
      </span>
      <span className={css.cardSum}>{row.open !== null && <Money of={row.open} unit />}</span>
      <span className={css.cardLine}>
        <span className={`${css.quiet} numbers`}>{row.case}</span>
        <NextCell next={row.next} />
      </span>
      <StatusTag quiet of={row.status} />
    </Link>
  );
}
