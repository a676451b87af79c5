import type { RouteObject } from "react-router";

/** The pages before one is inside: logging in, the first owner, an invitation, the first creditor. */
export const routes: RouteObject[] = [
  { path: "/logg-inn", lazy: async () => ({ Component: (await import("./page/LogIn")).LogIn }) },
  { path: "/start", lazy: async () => ({ Component: (await import("./page/FirstOwner")).FirstOwner }) },
  { path: "/invitasjon", lazy: async () => ({ Component: (await import("./page/Invited")).Invited }) },
  { path: "/velkommen", lazy: async () => ({ Component: (await import("./page/Welcome")).Welcome }) },
];
