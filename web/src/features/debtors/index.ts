import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** The debtors, and everything of one. */
export const routes: RouteObject[] = [
  { path: "skyldnere", lazy: withMore(async () => (await import("./list/DebtorsPage")).DebtorsPage) },
  { path: "skyldnere/:debtor", lazy: withMore(async () => (await import("./page/DebtorPage")).DebtorPage) },
];
