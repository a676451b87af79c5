import type { RouteObject } from "react-router";

/** A list of open items, looked at before it is taken in. */
export const routes: RouteObject[] = [
  { path: "import", lazy: async () => ({ Component: (await import("./page/ImportPage")).ImportPage }) },
];
