import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { CaseRow } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { stepShort, strokes } from "~/text/words";
import { Money } from "~/ui/Money";
import { StatusTag } from "~/ui/StatusTag";
import { Steps } from "~/ui/Steps";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import css from "./DebtorPage.module.css";

/** The cases of a debtor. */
export function CaseList({ rows }: { rows: CaseRow[] }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const link = (row: CaseRow) => (
    <Link className={css.name} to={`/${org}/saker/${row.case}`}>
      {t("palette.case", { case: String(row.case) })}
    </Link>
  );
  const columns: Column<CaseRow>[] = [
    { id: "case", head: t("cases.case"), cell: link },
    { id: "invoice", head: t("cases.invoice"), cell: (row) => row.invoice },
    {
      id: "step",
      head: t("cases.step"),
      cell: (row) => <Steps done={strokes[row.step]} word={t(stepShort[row.step])} />,
    },
    { id: "status", head: t("cases.status"), cell: (row) => <StatusTag quiet of={row.status} /> },
    { id: "days", head: t("cases.days-over"), right: true, cell: (row) => f.count(row.days_over) },
    { id: "open", head: t("cases.open"), right: true, cell: (row) => row.open !== null && <Money of={row.open} /> },
  ];
  return (
    <PlainTable
      caption={t("nav.cases")}
      columns={columns}
      rows={rows}
      keyOf={(row) => String(row.case)}
      edges={false}
      phone={(row) => (
        <div className={css.card}>
          {link(row)}
          <b>{row.open !== null && <Money of={row.open} unit />}</b>
          <span className={css.quiet}>{row.invoice}</span>
          <StatusTag quiet of={row.status} />
        </div>
      )}
    />
  );
}
