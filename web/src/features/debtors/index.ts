import type { RouteObject } from "react-router";

/** The debtors, and everything of one. */
export const routes: RouteObject[] = [
  { path: "skyldnere", lazy: async () => ({ Component: (await import("./list/DebtorsPage")).DebtorsPage }) },
  { path: "skyldnere/:debtor", lazy: async () => ({ Component: (await import("./page/DebtorPage")).DebtorPage }) },
];
