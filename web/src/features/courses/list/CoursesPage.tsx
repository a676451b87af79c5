import { useCourses } from "~/api/courses";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { IconPlayerPlay, IconPlus } from "~/ui/icons";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../Courses.module.css";
import { Chosen } from "./Chosen";
import { CourseCard } from "./CourseCard";

/** The courses: which is usual for persons and for firms, the ready-made ones with their real dates, and the own ones. */
export function CoursesPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("manage_creditor");
  const { data, error, refetch } = useCourses(org);
  const own = data?.filter((one) => !one.built_in) ?? [];
  const ready = data?.filter((one) => one.built_in) ?? [];
  return (
    <Page
      title={t("nav.courses")}
      acts={
        <>
          <ButtonLink to={`/${org}/lop/provekjoring`} icon={IconPlayerPlay}>
            {t("dry.act")}
          </ButtonLink>
          {may && (
            <ButtonLink to={`/${org}/lop/ny`} kind="primary" icon={IconPlus}>
              {t("courses.new")}
            </ButtonLink>
          )}
        </>
      }
    >
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={8} />
      ) : (
        <div className={css.body}>
          <Chosen courses={data} />
          {own.length > 0 && (
            <section>
              <h2>{t("courses.own")}</h2>
              <div className={css.cards}>
                {own.map((one) => (
                  <CourseCard key={one.name} one={one} />
                ))}
              </div>
            </section>
          )}
          <section>
            <h2>{t("courses.ready")}</h2>
            <p className={css.lead}>{t("courses.ready.text")}</p>
            <div className={css.cards}>
              {ready.map((one) => (
                <CourseCard key={one.name} one={one} />
              ))}
            </div>
          </section>
        </div>
      )}
    </Page>
  );
}
