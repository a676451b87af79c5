import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { type Definition, useReports } from "../api/reports";
import { grouped, questionOf } from "./groups";
import css from "./Reports.module.css";

/** Which reports there are: each by the question that it answers. */
export function ReportsPage() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const { data, error, refetch } = useReports(org, f.language);
  // What is new to us says its own definition's first sentence.
  const question = ({ name, about }: Definition) => {
    const known = questionOf(name);
    return known ? t(known) : about.split(". ")[0];
  };
  return (
    <Page title={t("nav.reports")} below={<span>{t("reports.below")}</span>}>
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={12} />
      ) : (
        <div className={css.groups}>
          {grouped(data.rows).map(({ group, reports }) => (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{t(`reports.group.${group}`)}</h2>
              <ul>
                {reports.map((one) => (
                  <li key={one.name}>
                    <Link to={`/${org}/rapporter/${one.name}`}>{one.title}</Link>
                    <p>{question(one)}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}
