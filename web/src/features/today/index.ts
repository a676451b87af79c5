import type { RouteObject } from "react-router";

/** What needs somebody today: the first page of a creditor. */
export const routes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import("./page/TodayPage")).TodayPage }) },
];
