import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** The register, one case, and a new one. */
export const routes: RouteObject[] = [
  { path: "saker", lazy: async () => ({ Component: (await import("./list/CasesPage")).CasesPage }) },
  { path: "saker/ny", lazy: withMore(async () => (await import("./fresh/NewCasePage")).NewCasePage) },
  { path: "saker/:case", lazy: withMore(async () => (await import("./page/CasePage")).CasePage, "case") },
];
