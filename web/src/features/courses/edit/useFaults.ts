import { useCallback } from "react";
import { useTold } from "~/text/problems";
import { useSays } from "~/text/says";
import type { CourseCheck } from "../api/courses";

export interface CourseFault {
  /** Below the course: steps[1].deadline_days. */
  field: string;
  says: string;
  /** The section, when the law says it. */
  rule: string | undefined;
  lang: "en" | undefined;
}

/** What is wrong with a course, each with its field, its sentence and its section. */
export function useFaults(): (wrong: CourseCheck["wrong"]) => CourseFault[] {
  const says = useSays();
  const told = useTold();
  return useCallback(
    (wrong) =>
      wrong.map((one) => {
        const m = /^([^:]*§[^:]*): (.*)$/.exec(one.detail);
        const sentence = says(m?.[2] ?? one.detail);
        const { what, remedy } = told({ ...one, detail: m?.[2] ?? one.detail });
        return {
          field: (one.field ?? "").replace(/^course\.?/, ""),
          says: sentence.ours ? sentence.text : `${what} ${remedy ?? ""}`.trim(),
          rule: one.rule ?? m?.[1],
          lang: sentence.ours ? undefined : "en",
        };
      }),
    [says, told],
  );
}
