import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** Money that came in: bank files, and payments that found no case. */
export const routes: RouteObject[] = [
  { path: "innbetalinger", lazy: withMore(async () => (await import("./page/PaymentsPage")).PaymentsPage) },
];
