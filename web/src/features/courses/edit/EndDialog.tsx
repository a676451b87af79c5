import { useState } from "react";
import { useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { type Course, endCourse, useCoursesMoved } from "../api/courses";

/** Ends a course: no new case runs by it, those that run go on. */
export function EndDialog({ one, onClose }: { one: Course; onClose: () => void }) {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const done = useDone();
  const word = useCourse();
  const moved = useCoursesMoved();
  const [problem, setProblem] = useState<Problem>();
  const end = async () => {
    try {
      await endCourse(org, one.name, one.version);
      go(`/${org}/lop`);
      await moved();
      done({ text: t("courses.ended", { course: word(one.name) }) });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Dialog title={t("courses.end.title", { course: word(one.name) })} open onClose={onClose}>
      <p>{t("courses.end.text")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Ends>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        <Button kind="primary" onPress={end}>
          {t("courses.end")}
        </Button>
      </Ends>
    </Dialog>
  );
}
