import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** Cases as a file by choice, saved and made by themselves. */
export const routes: RouteObject[] = [
  { path: "eksport", lazy: withMore(async () => (await import("./page/ExportPage")).ExportPage) },
];
