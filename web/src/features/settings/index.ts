import type { RouteObject } from "react-router";
import { withMore } from "~/text/texts";

/** What a creditor, an office and a person decide for themselves. */
export const routes: RouteObject[] = [
  {
    path: "innstillinger",
    lazy: withMore(async () => (await import("./page/SettingsPage")).SettingsPage),
    children: [
      { index: true, lazy: async () => ({ Component: (await import("./company/Company")).Company }) },
      {
        path: "automatikk",
        lazy: async () => ({ Component: (await import("./automation/AutomationPage")).AutomationPage }),
      },
      {
        path: "integrasjon",
        lazy: async () => ({ Component: (await import("./integration/IntegrationPage")).IntegrationPage }),
      },
      { path: "brevtekster", lazy: async () => ({ Component: (await import("./wordings/Wordings")).Wordings }) },
      { path: "kreditorer", lazy: async () => ({ Component: (await import("./company/Creditors")).Creditors }) },
      { path: "folk", lazy: async () => ({ Component: (await import("./people/People")).People }) },
      {
        path: "fullmakter",
        lazy: async () => ({ Component: (await import("./mandates/MandatesPage")).MandatesPage }),
      },
      { path: "nokler", lazy: async () => ({ Component: (await import("./keys/Keys")).Keys }) },
      { path: "logg", lazy: async () => ({ Component: (await import("./log/ActLog")).ActLog }) },
      { path: "vilkar", lazy: async () => ({ Component: (await import("./terms/TermsPage")).TermsPage }) },
      { path: "alle", lazy: async () => ({ Component: (await import("./all/AllSettings")).AllSettings }) },
      { path: "konto", lazy: async () => ({ Component: (await import("./account/Account")).Account }) },
    ],
  },
  {
    path: "innstillinger/brevtekster/:kind/:language",
    lazy: withMore(async () => (await import("./wordings/WordingPage")).WordingPage),
  },
];
