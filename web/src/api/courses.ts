import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Course = Schemas["Course"];

export const coursesKey = (org: string) => ["courses", org] as const;

/** The courses a new case may run by: the built-in ones, and the newest version of each own one. */
export function useCourses(org: string) {
  return useQuery({
    queryKey: coursesKey(org),
    queryFn: async () =>
      (
        await answer<Schemas["CourseList"]>(
          api.GET("/creditors/{creditor}/courses", { params: { path: { creditor: org } } }),
        )
      ).rows,
  });
}

/** The running cases that follow a course, by version; to move those of an older one, act on them. */
export function useCasesOfCourse(org: string, course: string | undefined) {
  return useQuery({
    queryKey: ["cases", org, "of-course", course],
    queryFn: () =>
      answer<Schemas["CasesOfCourse"]>(
        api.GET("/creditors/{creditor}/courses/{course}/cases", {
          params: { path: { creditor: org, course: course ?? "" } },
        }),
      ),
    enabled: course !== undefined,
    // A version that was kept a moment ago makes the others older.
    staleTime: 0,
  });
}
