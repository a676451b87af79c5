import { Outlet, useLocation } from "react-router";
import { useOrg, useRights } from "~/api/me";
import type { Right } from "~/api/types";
import { type TextId, useT } from "~/text/texts";
import { Page } from "~/ui/Page";
import { Tabs } from "~/ui/Tabs";

const parts: { path: string; text: TextId; right?: Right }[] = [
  { path: "", text: "settings.company", right: "read_settings" },
  { path: "/automatikk", text: "settings.automation", right: "read_settings" },
  { path: "/integrasjon", text: "settings.integration", right: "read_settings" },
  { path: "/brevtekster", text: "settings.wordings", right: "read_settings" },
  { path: "/kreditorer", text: "settings.creditors" },
  { path: "/folk", text: "settings.people", right: "manage_people" },
  { path: "/fullmakter", text: "settings.mandates" },
  { path: "/nokler", text: "settings.keys", right: "own_keys" },
  { path: "/logg", text: "settings.log", right: "read_log" },
  { path: "/vilkar", text: "settings.terms", right: "read_reports" },
  { path: "/alle", text: "settings.all", right: "read_settings" },
  { path: "/konto", text: "settings.account" },
];

/** The settings, part by part; what one may not see is not offered. */
export function SettingsPage() {
  const t = useT();
  const org = useOrg();
  const { pathname } = useLocation();
  const rights = useRights();
  const base = `/${org}/innstillinger`;
  return (
    <Page
      title={t("nav.settings")}
      tabs={
        <Tabs
          name={t("settings.parts")}
          tabs={parts
            .filter((part) => !part.right || rights.includes(part.right))
            .map((part) => ({ to: base + part.path, text: t(part.text), here: pathname === base + part.path }))}
        />
      }
    >
      <Outlet />
    </Page>
  );
}
