import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/**
 * What waits for a person at every creditor. It stands below the creditor one came from, so that the menu, the keys and
 * the way back stay; which creditor a row belongs to stands in the row, and never in the address.
 */
export const routes: RouteObject[] = [
  { path: "beslutninger", lazy: withMore(async () => (await import("./page/DecisionsPage")).DecisionsPage) },
];
