import type { RouteObject } from "react-router";

/** Money that came in: bank files, and payments that found no case. */
export const routes: RouteObject[] = [
  { path: "innbetalinger", lazy: async () => ({ Component: (await import("./page/PaymentsPage")).PaymentsPage }) },
];
