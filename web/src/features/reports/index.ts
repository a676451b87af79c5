import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** Numbers, each with the lines behind it: which reports there are, and one of them. */
export const routes: RouteObject[] = [
  { path: "rapporter", lazy: withMore(async () => (await import("./list/ReportsPage")).ReportsPage) },
  { path: "rapporter/:report", lazy: withMore(async () => (await import("./page/ReportPage")).ReportPage) },
];
