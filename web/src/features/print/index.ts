import type { RouteObject } from "react-router";

/** Letters that may leave today, those that are held, and those that come. */
export const routes: RouteObject[] = [
  { path: "utskrift", lazy: async () => ({ Component: (await import("./page/PrintPage")).PrintPage }) },
];
