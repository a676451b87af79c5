import { Link } from "react-router";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { type Report, type ReportRow, useReport } from "../api/reports";
import css from "../chart/Chart.module.css";
import { type Week, Weeks } from "../chart/Weeks";
import { drawn, figureText } from "../figures";
import { daysOf } from "../periods";

const money = { kind: "money" } as const;

function useWeek() {
  const t = useT();
  const f = useF();
  return (row: ReportRow): Week => {
    const { expected_in, low, high, came, held } = row.figures;
    const first = row.keys[0]?.name ?? "";
    const text = (value: typeof low) => figureText(f, money, value);
    const words = { week: f.day(first), expected: text(expected_in), low: text(low), high: text(high) };
    return {
      first,
      name: f.short(first),
      expected: drawn(expected_in),
      low: drawn(low),
      high: drawn(high),
      ...(came === undefined ? {} : { came: drawn(came), held: Number(held ?? 0) > 0 }),
      says:
        came === undefined
          ? t("reports.week.says", words)
          : t(Number(held ?? 0) > 0 ? "reports.week.held" : "reports.week.missed", { ...words, came: text(came) }),
    };
  };
}

/** How often the range held: weeks inside, of weeks that were told beforehand and are over. */
export function Score({ score, words }: { score: Report; words?: string }) {
  const t = useT();
  const f = useF();
  const { weeks, held, held_rate } = score.sum;
  if (!Number(weeks)) return <p>{t("reports.score.none")}</p>;
  const share = figureText(f, { kind: "share" }, held_rate);
  return (
    <p>
      <b>{t("reports.score", { held: f.count(Number(held)), weeks: f.count(Number(weeks)), share })}</b>{" "}
      {t("reports.score.wanted")}{" "}
      {words !== undefined && (
        <Link className="in-text" to={words}>
          {t("reports.score.open")}
        </Link>
      )}
    </p>
  );
}

interface Props {
  org: string;
  report: Report;
  /** The day that is known, when it is not today. */
  per: string | undefined;
}

/** What is expected week by week with its range; before it the last weeks as they were told, and what came of them. */
export function Forecast({ org, report, per }: Props) {
  const t = useT();
  const f = useF();
  const week = useWeek();
  const { from = "" } = daysOf("last_12", report.as_of);
  const ask = { from, ...(per ? { as_of: per } : {}) };
  const score = useReport({ org, report: "score", ask, language: f.language }).data?.pages[0];
  // Where too little has happened the money is not told; the work stands in the table all the same.
  const coming = report.rows.filter(({ figures }) => figures.expected_in !== null).map(week);
  // As many weeks back as there are ahead.
  const past = (score?.rows ?? []).map(week).filter(({ first }) => first < (report.rows[0]?.keys[0]?.name ?? ""));
  const weeks = [...past.slice(-13), ...coming];
  return (
    <figure className={css.figure}>
      <figcaption className={css.head}>
        <h2>{t("reports.forecast.title")}</h2>
      </figcaption>
      {weeks.length > 0 ? (
        <Weeks
          weeks={weeks}
          says={t("reports.forecast.says", { list: weeks.map(({ says }) => says).join(" ") })}
          tick={(size) => f.count(size)}
          {...(coming[0] ? { ahead: coming[0].first } : {})}
        />
      ) : (
        <p>{t("reports.empty.forecast.text")}</p>
      )}
      {score ? (
        <Score score={score} words={`/${org}/rapporter/score${per ? `?per=${per}` : ""}`} />
      ) : (
        <p aria-hidden="true">{"\u00a0"}</p>
      )}
    </figure>
  );
}

/** The weeks that were told beforehand and are over, each with what came. */
export function PastWeeks({ report }: { report: Report }) {
  const t = useT();
  const f = useF();
  const week = useWeek();
  const weeks = report.rows.map(week);
  return (
    <figure className={css.figure}>
      <figcaption className={css.head}>
        <h2>{t("reports.score.title")}</h2>
      </figcaption>
      <Weeks
        weeks={weeks}
        says={t("reports.forecast.says", { list: weeks.map(({ says }) => says).join(" ") })}
        tick={(size) => f.count(size)}
      />
      <Score score={report} />
    </figure>
  );
}
