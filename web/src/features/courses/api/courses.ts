import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { type Course, coursesKey } from "~/api/courses";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];

export type { Course };
export type CourseBody = Schemas["CourseBody"];
export type CourseCheck = Schemas["CourseCheck"];
export type PlayedDay = Schemas["PlayedDay"];
export type Relation = NonNullable<Schemas["CourseCheckWish"]["relation"]>;
export type Example = NonNullable<Schemas["CourseCheckWish"]["example"]>;
export type DryRunWish = Schemas["DryRunWish"];
export type DryRun = Schemas["DryRun"];
export type DryRunRow = Schemas["DryRunRow"];
export type DryRunStop = Schemas["DryRunStop"];

/** Every version of one course, the newest first. */
export function useVersions(org: string, course: string | undefined) {
  return useQuery({
    queryKey: [...coursesKey(org), course],
    queryFn: async () =>
      (
        await answer<Schemas["CourseList"]>(
          api.GET("/creditors/{creditor}/courses/{course}", {
            params: { path: { creditor: org, course: course ?? "" } },
          }),
        )
      ).rows,
    enabled: course !== undefined,
  });
}

/** What the law says to a course as it is written, and its days for an example invoice; nothing is kept. */
export function useCheck(org: string, course: object | undefined, relation?: Relation, example?: Example) {
  return useQuery({
    queryKey: ["course-check", org, course, relation, example],
    queryFn: () =>
      answer<CourseCheck>(
        api.POST("/creditors/{creditor}/courses/check", {
          params: { path: { creditor: org } },
          body: {
            course: course as Record<string, never>,
            ...(relation ? { relation } : {}),
            ...(example ? { example } : {}),
          },
        }),
      ),
    enabled: course !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Keeps an own course as its next version. `known` is the newest version one has seen; 0 for a new course. */
export function keepCourse(org: string, name: string, course: object, known: number): Promise<Course> {
  const params = { path: { creditor: org, course: name } };
  return answer<Course>(
    api.PUT("/creditors/{creditor}/courses/{course}", { params, body: { course: course as CourseBody, known } }),
  );
}

/** No new case runs by it any more. */
export function endCourse(org: string, name: string, known: number): Promise<unknown> {
  const params = { path: { creditor: org, course: name }, query: { known } };
  return answer(api.DELETE("/creditors/{creditor}/courses/{course}", { params }));
}

/** What would happen in the next days on this ledger; nothing is stored. */
export function dryRun(org: string, body: DryRunWish): Promise<DryRun> {
  return answer<DryRun>(api.POST("/creditors/{creditor}/dry-run", { params: { path: { creditor: org } }, body }));
}

/** What shows courses is asked for anew. */
export function useCoursesMoved(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => Promise.all(["courses", "creditor"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
}
