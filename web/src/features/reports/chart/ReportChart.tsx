import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconChevronDown } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import type { Report, ReportRow } from "../api/reports";
import { drawn, figureText, isNothing, keyText } from "../figures";
import { monthsFrom } from "../periods";
import { type Bar, Bars } from "./Bars";
import css from "./Chart.module.css";
import { Columns } from "./Columns";

/** What a person would rather look at first. Without an entry: the first sum of the report. */
const usual: Record<string, string> = {
  account: "outstanding",
  cases: "outstanding",
  period: "paid",
  payments: "paid",
  income: "total",
  ageing: "total",
  losses: "expected",
  write_offs: "total",
  solution: "rate",
  days: "days_due",
  letters: "sent",
  work: "minutes",
};
const time = new Set(["month", "week", "day", "registered"]);
/** More bars say nothing to the eye. */
const most = 36;

/** Which column is drawn: the chosen one, or what the report is about. Nothing when there is nothing to look at. */
export function chartOf(report: Report, chosen: string | null) {
  const [by] = report.by;
  if (report.by.length !== 1 || !by || by.id === "case" || by.id === "customer" || report.report === "books")
    return undefined;
  if (report.rows.length < 2 || report.rows.length > most || report.rows.length < report.count) return undefined;
  const wanted = chosen ?? usual[report.report];
  const column = report.columns.find(({ id }) => id === wanted) ?? report.columns.find(({ kind }) => kind === "money");
  if (!column || report.rows.every(({ figures }) => isNothing(figures[column.id]))) return undefined;
  return { by, column, standing: time.has(by.id) };
}

/** The rows by what parts them; a month of which there is nothing stands there, too, so that time goes on evenly. */
export function steady(rows: ReportRow[], months: boolean): { name: string; row?: ReportRow }[] {
  const named = rows.map((row) => ({ name: row.keys[0]?.name ?? "", row }));
  const [first, last] = [named[0]?.name, named.at(-1)?.name];
  if (!months || !first || !last) return named;
  const all: { name: string; row?: ReportRow }[] = [];
  for (let day = `${first}-01`; day.slice(0, 7) <= last && all.length < most; day = monthsFrom(day, 1))
    all.push(named.find(({ name }) => name === day.slice(0, 7)) ?? { name: day.slice(0, 7) });
  return all;
}

interface Props {
  report: Report;
  chosen: string | null;
  onChoose: (column: string) => void;
}

/** One column of a table as bars; the table below is the truth. */
export function ReportChart({ report, chosen, onChoose }: Props) {
  const t = useT();
  const f = useF();
  const chart = chartOf(report, chosen);
  if (!chart) return null;
  const { by, column, standing } = chart;
  const months = by.id === "month" || by.id === "registered";
  const bars = steady(report.rows, months).map(({ name, row }): Bar => {
    const value = row?.figures[column.id];
    const key = row?.keys[0] ?? { by: by.id, name, label: name };
    return {
      id: name,
      name: months ? f.monthShort(`${name}-01`) : by.id === "week" || by.id === "day" ? f.short(name) : keyText(f, key),
      long: keyText(f, key),
      size: drawn(value),
      text: figureText(f, column, value ?? (row || column.kind === "share" || column.kind === "days" ? null : "0")),
    };
  });
  const what = column.kind === "share" ? t("reports.head.share", { head: column.head }) : column.head;
  const list = bars.map(({ long, text }) => `${long}: ${text}`).join("; ");
  const says = t("reports.chart.says", { what, by: by.head.toLocaleLowerCase(f.language), list });
  return (
    <figure className={css.figure}>
      <figcaption className={css.head}>
        <h2>{t("reports.chart.title", { what, by: by.head.toLocaleLowerCase(f.language) })}</h2>
        {report.columns.length > 1 && (
          <Menu
            label={t("reports.chart.choose")}
            target={
              <Button kind="text" icon={IconChevronDown} label={`${t("reports.chart.choose")}: ${column.head}`}>
                {t("reports.chart.choose")}
              </Button>
            }
            items={report.columns.map(({ id, head }) => ({
              text: head,
              here: id === column.id,
              onPress: () => onChoose(id),
            }))}
          />
        )}
      </figcaption>
      {standing ? <Columns bars={bars} says={says} tick={(size) => f.count(size)} /> : <Bars bars={bars} says={says} />}
    </figure>
  );
}
