import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { CaseRow, Status } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { statusWords, stepShort, strokes } from "~/text/words";
import { HeldTable } from "~/ui/list/HeldTable";
import { Money } from "~/ui/Money";
import { StatusTag } from "~/ui/StatusTag";
import { Steps } from "~/ui/Steps";
import type { Column } from "~/ui/table/types";
import css from "./DebtorPage.module.css";

/** The cases of a debtor. */
export function CaseList({ rows, title }: { rows: CaseRow[]; title: string }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const link = (row: CaseRow) => (
    <Link className={css.name} to={`/${org}/saker/${row.case}`}>
      {t("palette.case", { case: String(row.case) })}
    </Link>
  );
  const columns: Column<CaseRow>[] = [
    { id: "case", head: t("cases.case"), kind: "whole", value: (row) => row.case, cell: link },
    { id: "invoice", head: t("cases.invoice"), value: (row) => row.invoice, cell: (row) => row.invoice },
    {
      id: "step",
      head: t("cases.step"),
      value: (row) => t(stepShort[row.step]),
      cell: (row) => <Steps done={strokes[row.step]} word={t(stepShort[row.step])} />,
    },
    {
      id: "status",
      head: t("cases.status"),
      value: (row) => t(statusWords[row.status]),
      cell: (row) => <StatusTag quiet of={row.status} />,
    },
    {
      id: "days",
      head: t("cases.days-over"),
      right: true,
      kind: "whole",
      value: (row) => row.days_over,
      cell: (row) => f.count(row.days_over),
    },
    {
      id: "open",
      head: t("cases.open"),
      right: true,
      kind: "money",
      summed: true,
      value: (row) => row.open ?? "",
      cell: (row) => row.open !== null && <Money of={row.open} />,
    },
  ];
  return (
    <HeldTable
      id="debtor-cases"
      caption={t("nav.cases")}
      title={title}
      search={t("debtor.cases.search")}
      pills={[
        {
          word: "status",
          name: t("cases.status"),
          of: (row) => row.status,
          say: (one) => t(statusWords[one as Status]),
        },
      ]}
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
