import { useCasesOfCourse } from "~/api/courses";
import { useMay, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import css from "../Courses.module.css";

/** How many running cases still follow an older version, and the way to move them. */
export function Running({ course }: { course: string }) {
  const t = useT();
  const org = useOrg();
  const may = useMay("act_on_cases");
  const data = useCasesOfCourse(org, course).data;
  const older = data?.versions.filter((one) => one.version !== data.newest) ?? [];
  const count = older.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  return (
    <Notice tone="plain">
      <div className={css.running}>
        <span>{t("move.older", { n: count })}</span>
        {may && <ButtonLink to={`/${org}/saker?flytt=${encodeURIComponent(course)}`}>{t("move.act")}</ButtonLink>}
      </div>
    </Notice>
  );
}
