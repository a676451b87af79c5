import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** Courses: which there are, one as it is written, and what it would do on this ledger. */
export const routes: RouteObject[] = [
  { path: "lop", lazy: withMore(async () => (await import("./list/CoursesPage")).CoursesPage) },
  { path: "lop/provekjoring", lazy: withMore(async () => (await import("./dry/DryRunPage")).DryRunPage) },
  { path: "lop/ny", lazy: withMore(async () => (await import("./edit/NewCourse")).NewCourse) },
  { path: "lop/ett", lazy: withMore(async () => (await import("./edit/CoursePage")).CoursePage) },
];
