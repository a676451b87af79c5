import type { RouteObject } from "react-router";

/** The pages before one is inside: logging in, a one-time link, the first creditor. */
export const routes: RouteObject[] = [
  { path: "/logg-inn", lazy: async () => ({ Component: (await import("./page/LogIn")).LogIn }) },
  { path: "/welcome", lazy: async () => ({ Component: (await import("./page/OneTimeLink")).OneTimeLink }) },
  { path: "/ny-kreditor", lazy: async () => ({ Component: (await import("./page/FirstCreditor")).FirstCreditor }) },
];
