import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** Letters that may leave today, those that are held, and those that come. */
export const routes: RouteObject[] = [
  { path: "utskrift", lazy: withMore(async () => (await import("./page/PrintPage")).PrintPage) },
];
