import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { useMe, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tabs } from "~/ui/Tabs";
import { type AllReport, type Definition, type Report, useReport, useReportOfAll, useReports } from "../api/reports";
import { ReportChart } from "../chart/ReportChart";
import { useAsk } from "../useAsk";
import { Controls } from "./Controls";
import { Forecast, PastWeeks } from "./Forecast";
import { Nothing } from "./Nothing";
import css from "./Report.module.css";
import { ReportFile } from "./ReportFile";
import { ReportTable } from "./ReportTable";

const AllCreditors = lazy(async () => ({ default: (await import("./AllCreditors")).AllCreditors }));
const LinesSheet = lazy(async () => ({ default: (await import("./LinesSheet")).LinesSheet }));

/** One report: what it says, of which days, the picture and the table with the lines behind every figure. */
export function ReportPage() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const { report: name } = useParams();
  const { data, error, refetch } = useReports(org, f.language);
  const definition = data?.rows.find((one) => one.name === name);
  if (definition) return <Shown key={`${org} ${definition.name}`} definition={definition} />;
  const up = { to: `/${org}/rapporter`, text: t("nav.reports") };
  return (
    <Page title={t("nav.reports")} up={up}>
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={8} />
      ) : (
        <Empty
          title={t("reports.unknown")}
          acts={<ButtonLink to={`/${org}/rapporter`}>{t("reports.unknown.way")}</ButtonLink>}
        />
      )}
    </Page>
  );
}

function Shown({ definition }: { definition: Definition }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const me = useMe();
  const asked = useAsk(definition);
  const { words, ask, to, change, per } = asked;
  const creditors = me?.creditors.filter(({ practice_today }) => !practice_today) ?? [];
  const several = creditors.length > 1 && creditors.some(({ org_number }) => org_number === org);
  const everyone = several && words.get("hos") === "alle";
  const wish = { org, report: definition.name, ask, language: f.language };
  const own = useReport(wish, !everyone);
  const all = useReportOfAll(wish, everyone);
  const report = own.data?.pages[0];
  const rows = own.data?.pages.flatMap((page) => page.rows) ?? [];
  const head: Report | AllReport | undefined = everyone ? all.data : report;
  const error = everyone ? all.error : own.error;
  const again = everyone ? all.refetch : own.refetch;
  const stale = everyone ? all.isPlaceholderData : own.isPlaceholderData;
  const body = () => {
    if (error && !head) return <Failure problem={asProblem(error)} again={() => void again()} />;
    if (everyone)
      return (
        <Suspense fallback={<WaitingRows rows={6} />}>
          {all.data ? <AllCreditors report={all.data} to={of} /> : <WaitingRows rows={6} />}
        </Suspense>
      );
    if (!report) return <WaitingRows rows={8} />;
    if (report.count === 0) return <Nothing definition={definition} asked={asked} report={report} />;
    return (
      <ReportTable
        report={report}
        rows={rows}
        asked={asked}
        onMore={own.hasNextPage ? () => void own.fetchNextPage() : undefined}
        busy={own.isFetchingNextPage}
      />
    );
  };
  const of = (creditor: string) => {
    const same = new URLSearchParams(words);
    for (const name of ["hos", "kunde", "gruppe", "kol", "rad"]) same.delete(name);
    return `/${creditor}/rapporter/${definition.name}?${same}`;
  };
  const drawing = () => {
    if (everyone || !report || report.count === 0) return null;
    if (definition.name === "forecast") return <Forecast org={org} report={report} per={per} />;
    if (definition.name === "score") return <PastWeeks report={report} />;
    return <ReportChart report={report} chosen={words.get("tegn")} onChoose={(tegn) => change({ tegn })} />;
  };
  return (
    <Page
      title={definition.title}
      up={{ to: `/${org}/rapporter`, text: t("nav.reports") }}
      scrolls={false}
      acts={everyone ? undefined : <ReportFile definition={definition} asked={asked} />}
      below={head && <Days report={head} standing={definition.span === "standing"} />}
      tabs={
        several && (
          <Tabs
            name={t("reports.whose")}
            tabs={[
              {
                to: to("hos", undefined),
                text: creditors.find(({ org_number }) => org_number === org)?.name ?? "",
                here: !everyone,
              },
              { to: to("hos", "alle"), text: t("reports.all-creditors"), here: everyone },
            ]}
          />
        )
      }
    >
      <Controls definition={definition} asked={asked} everyone={everyone} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={css.box} tabIndex={0} aria-label={definition.title} aria-busy={stale || undefined}>
        <div className={css.top}>
          {drawing()}
          <aside className={css.about} aria-labelledby="about">
            <h2 id="about">{t("reports.about")}</h2>
            <p>{definition.about}</p>
          </aside>
        </div>
        {body()}
      </section>
      <Suspense fallback={null}>
        {!everyone && <LinesSheet definition={definition} asked={asked} report={report} rows={rows} />}
      </Suspense>
    </Page>
  );
}

/** Of which days the numbers are, as the server understood it. */
function Days({ report, standing }: { report: Report | AllReport; standing: boolean }) {
  const t = useT();
  const f = useF();
  const days = standing
    ? t("reports.at", { day: f.words(report.to) })
    : report.from
      ? t("reports.days", { from: f.words(report.from), to: f.words(report.to) })
      : t("reports.until", { to: f.words(report.to) });
  return (
    <>
      <span className={css.days}>{days}</span>
      {report.as_of !== f.today && <span>{t("reports.known", { day: f.words(report.as_of) })}</span>}
    </>
  );
}
