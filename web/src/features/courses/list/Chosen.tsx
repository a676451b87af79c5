import { useState } from "react";
import { changeCreditor, useCreditor } from "~/api/creditor";
import { useMay, useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { BareChoice } from "~/ui/form/Bare";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { type Course, useCoursesMoved } from "../api/courses";
import css from "../Courses.module.css";

/** Which course a new case takes: one for persons, one for firms. Cases that run keep theirs. */
export function Chosen({ courses }: { courses: Course[] }) {
  const t = useT();
  const org = useOrg();
  const name = useCourse();
  const done = useDone();
  const moved = useCoursesMoved();
  const may = useMay("manage_creditor");
  const creditor = useCreditor().data;
  const [problem, setProblem] = useState<Problem>();
  if (!creditor) return null;
  const options = courses.map((one) => ({ value: one.name, label: name(one.name) }));
  const choose = (whom: "course_person" | "course_business") => async (course: string) => {
    const before = creditor.value[whom];
    const set = async (value: string, etag: string | undefined) => {
      setProblem(undefined);
      try {
        await changeCreditor(org, { [whom]: value }, etag);
      } catch (error) {
        setProblem(asProblem(error));
        return false;
      } finally {
        await moved();
      }
      return true;
    };
    if (await set(course, creditor.etag))
      done({ text: t("courses.chosen", { course: name(course) }), undo: () => void set(before, undefined) });
  };
  return (
    <section className={css.chosen}>
      <h2>{t("courses.usual")}</h2>
      <p className={css.lead}>{t("courses.usual.text")}</p>
      <div className={css.pair}>
        <BareChoice
          label={t("company.course.person")}
          value={creditor.value.course_person}
          options={options}
          onChoose={choose("course_person")}
          off={!may}
        />
        <BareChoice
          label={t("company.course.business")}
          value={creditor.value.course_business}
          options={options}
          onChoose={choose("course_business")}
          off={!may}
        />
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
