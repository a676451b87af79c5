import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** A list of open items, looked at before it is taken in. */
export const routes: RouteObject[] = [
  { path: "import", lazy: withMore(async () => (await import("./page/ImportPage")).ImportPage) },
];
