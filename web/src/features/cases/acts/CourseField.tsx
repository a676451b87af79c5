import { useCourses } from "~/api/courses";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Choice } from "~/ui/form";

interface Props {
  /** The course that is followed now, and its version: it is no choice. */
  now?: { course: string; version: number };
}

/** By which course one goes on: the ready-made ones, and the newest version of each own one. */
export function CourseField({ now }: Props) {
  const t = useT();
  const word = useCourse();
  const courses = useCourses(useOrg()).data ?? [];
  const options = courses
    .filter((one) => one.name !== now?.course || one.version !== now.version)
    .map((one) => ({
      value: one.name,
      label: t(one.built_in ? "move.option" : "move.option.own", { course: word(one.name), n: one.version }),
    }));
  return (
    <Choice
      name="course"
      label={t("move.to")}
      required
      options={[{ value: "", label: t("move.choose") }, ...options]}
      {...(now ? { help: t("move.now", { course: word(now.course), n: now.version }) } : {})}
    />
  );
}
