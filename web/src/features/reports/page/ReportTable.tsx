import { type ReactNode, useMemo, useState } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import type { Figure, Report, ReportColumn, ReportRow, RowKey } from "../api/reports";
import { figureText, isNothing, keyText, none, rowText, sorted } from "../figures";
import type { Asked } from "../useAsk";
import css from "./Report.module.css";

interface Props {
  report: Report;
  rows: ReportRow[];
  asked: Asked;
  /** Asks for the rows after those that are here; nothing when all are. */
  onMore: (() => void) | undefined;
  busy: boolean;
}

/** As many rows as are drawn before somebody asks for more. */
const step = 250;

/** A key that is a thing of its own leads there. */
function KeyCell({ of }: { of: RowKey }) {
  const f = useF();
  const org = useOrg();
  const text = keyText(f, of);
  if (of.by === "case") return <Link to={`/${org}/saker/${of.name}`}>{text}</Link>;
  if (of.by === "customer") return <Link to={`/${org}/skyldnere/${of.name}`}>{text}</Link>;
  return text;
}

/** The rows with their sums; every figure opens the lines that it is the sum of. */
export function ReportTable({ report, rows, asked, onMore, busy }: Props) {
  const t = useT();
  const f = useF();
  const { words, change } = asked;
  const [drawn, setDrawn] = useState(step);
  // Only what is here whole can be put in order.
  const whole = onMore === undefined;
  const by = whole ? (words.get("sorter") ?? "") : "";
  const down = words.get("retning") === "ned";
  const ordered = useMemo(() => sorted(rows, by, down, f.language), [rows, by, down, f.language]);
  const shown = ordered.slice(0, drawn);
  const figure = (column: ReportColumn, value: Figure | undefined, of: string, row?: string) => {
    const text = figureText(f, column, value);
    if (isNothing(value)) return <span className={css.quiet}>{value === null ? none : text}</span>;
    if (!column.lines) return <span className="numbers">{text}</span>;
    const to = new URLSearchParams(words);
    to.set("kol", column.id);
    if (row === undefined) to.delete("rad");
    else to.set("rad", row);
    return (
      <Link
        className={`${css.figure} numbers`}
        to={`?${to}`}
        state={{ lines: true }}
        aria-label={t("reports.figure", { value: text, column: column.head, of })}
      >
        {text}
      </Link>
    );
  };
  const all = t("reports.all-rows");
  const sum = (column: ReportColumn) => figure(column, report.sum[column.id], all);
  const columns: Column<ReportRow>[] = [
    ...report.by.map(
      ({ id, head }, n): Column<ReportRow> => ({
        id,
        head,
        ...(whole ? { sort: id } : {}),
        cell: (row) => {
          const key = row.keys[n];
          return key && <KeyCell of={key} />;
        },
      }),
    ),
    ...report.columns.map(
      (column): Column<ReportRow> => ({
        id: column.id,
        head: column.kind === "money" ? t("reports.head.money", { head: column.head }) : column.head,
        right: true,
        ...(whole ? { sort: column.id } : {}),
        cell: (row) => figure(column, row.figures[column.id], rowText(f, row), row.row),
      }),
    ),
  ];
  const foot = ({ id }: Column<ReportRow>) => {
    const column = report.columns.find((one) => one.id === id);
    if (column) return sum(column);
    return id === report.by[0]?.id ? t("common.sum") : null;
  };
  // On a phone a row says only what there is of it.
  const card = (title: ReactNode, columns: ReportColumn[], cell: (column: ReportColumn) => ReactNode) => (
    <div className={css.card}>
      <b>{title}</b>
      <dl>
        {columns.map((column) => (
          <div key={column.id}>
            <dt>{column.head}</dt>
            <dd>{cell(column)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
  const rest = Math.min(step, report.count - shown.length);
  return (
    <>
      <div className={css.onPhone}>{card(t("common.sum"), report.columns, sum)}</div>
      <PlainTable
        inside
        caption={report.title}
        columns={columns}
        rows={shown}
        keyOf={(row) => row.row}
        sorting={{
          by,
          direction: down ? "down" : "up",
          onSort: (to, direction) => change({ sorter: to, retning: direction === "down" ? "ned" : undefined }),
        }}
        foot={foot}
        phone={(row) =>
          card(
            row.keys.map((key, n) => (
              <span key={key.by}>
                {n > 0 && " · "}
                <KeyCell of={key} />
              </span>
            )),
            report.columns.filter(({ id }) => !isNothing(row.figures[id])),
            (column) => figure(column, row.figures[column.id], rowText(f, row), row.row),
          )
        }
      />
      {rest > 0 && (
        <div className={css.more}>
          <span>{t("reports.shown", { shown: f.count(shown.length), all: f.count(report.count) })}</span>
          <Button
            busy={busy}
            onPress={() => {
              setDrawn(drawn + step);
              if (drawn + step > rows.length) onMore?.();
            }}
          >
            {t("reports.more", { n: rest })}
          </Button>
        </div>
      )}
    </>
  );
}
