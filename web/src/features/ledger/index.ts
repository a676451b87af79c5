import type { RouteObject } from "react-router";

/** Open items without a case, and the start of cases. */
export const routes: RouteObject[] = [
  { path: "reskontro", lazy: async () => ({ Component: (await import("./list/LedgerPage")).LedgerPage }) },
];
