import type { RouteObject } from "react-router";

const oneTimeLink = async () => ({ Component: (await import("./page/OneTimeLink")).OneTimeLink });

/** The pages before one is inside: logging in, a one-time link, the first creditor. */
export const routes: RouteObject[] = [
  { path: "/logg-inn", lazy: async () => ({ Component: (await import("./page/LogIn")).LogIn }) },
  // A one-time link: of the first owner, of an invitation, of a new password. The server says which it is.
  { path: "/start", lazy: oneTimeLink },
  { path: "/invitasjon", lazy: oneTimeLink },
  { path: "/nytt-passord", lazy: oneTimeLink },
  { path: "/ny-kreditor", lazy: async () => ({ Component: (await import("./page/FirstCreditor")).FirstCreditor }) },
];
