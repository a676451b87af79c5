import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { ButtonLink } from "~/ui/Button";
import { Bar, Waiting } from "~/ui/Skeleton";
import { Tag } from "~/ui/Tag";
import { type Course, useCheck } from "../api/courses";
import css from "../Courses.module.css";
import { Played } from "../Played";

/** One course: what it is, for whom it is usual, and its real dates for an example invoice. */
export function CourseCard({ one }: { one: Course }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const name = useCourse();
  const may = useMay("manage_creditor");
  const relation = one.used_for.includes("business") || one.name.endsWith(".business") ? "business" : "consumer";
  const example = useCheck(org, one.course, relation).data?.example;
  const to = `/${org}/lop/ett?navn=${encodeURIComponent(one.name)}`;
  return (
    <article className={css.card}>
      <header>
        <h3>
          <Link to={to}>{name(one.name)}</Link>
        </h3>
        {one.used_for.map((whom) => (
          <Tag key={whom} tone="going">
            {t(`courses.for.${whom}`)}
          </Tag>
        ))}
      </header>
      <p className={css.note}>
        {one.built_in ? t("courses.built-in") : t("courses.version", { n: one.version })} · {one.course.describes}
      </p>
      {example ? (
        <>
          <p className={css.note}>
            {t("courses.example.of", { amount: f.money(example.amount), due: f.words(example.due) })}
          </p>
          <Played days={example.timeline} />
        </>
      ) : (
        <Waiting>
          <Bar width="100%" height={120} />
        </Waiting>
      )}
      {may && (
        <div className={css.acts}>
          {one.built_in ? (
            <ButtonLink to={`/${org}/lop/ny?fra=${encodeURIComponent(one.name)}`}>{t("courses.copy")}</ButtonLink>
          ) : (
            <ButtonLink to={to}>{t("courses.change")}</ButtonLink>
          )}
        </div>
      )}
    </article>
  );
}
