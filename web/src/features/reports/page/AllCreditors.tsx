import type { ReactNode } from "react";
import { Link } from "react-router";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import type { AllReport, ReportColumn } from "../api/reports";
import { figureText } from "../figures";
import css from "./Report.module.css";

type Row = AllReport["rows"][number];

interface Props {
  report: AllReport;
  /** The same report of one creditor, with what is chosen now. */
  to: (creditor: string) => string;
}

/** The sums of each creditor and of all; what stands behind a figure is asked of its creditor. */
export function AllCreditors({ report, to }: Props) {
  const t = useT();
  const f = useF();
  const columns: Column<Row>[] = [
    {
      id: "creditor",
      head: t("acts-log.creditor"),
      cell: (row) => <Link to={to(row.creditor)}>{row.name}</Link>,
    },
    ...report.columns.map(
      (column): Column<Row> => ({
        id: column.id,
        head: column.kind === "money" ? t("reports.head.money", { head: column.head }) : column.head,
        right: true,
        cell: (row) => <span className="numbers">{figureText(f, column, row.figures[column.id])}</span>,
      }),
    ),
  ];
  const card = (title: ReactNode, figures: AllReport["sum"]) => (
    <div className={css.card}>
      <b>{title}</b>
      <dl>
        {report.columns.map((column: ReportColumn) => (
          <div key={column.id}>
            <dt>{column.head}</dt>
            <dd className="numbers">{figureText(f, column, figures[column.id])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <>
      <div className={css.onPhone}>{card(t("common.sum"), report.sum)}</div>
      <PlainTable
        inside
        caption={report.title}
        columns={columns}
        rows={report.rows}
        keyOf={(row) => row.creditor}
        foot={({ id }) => {
          const column = report.columns.find((one) => one.id === id);
          return column ? figureText(f, column, report.sum[id]) : t("common.sum");
        }}
        phone={(row) => card(<Link to={to(row.creditor)}>{row.name}</Link>, row.figures)}
      />
    </>
  );
}
