import type { Right } from "~/api/types";
import type { TextId } from "~/text/texts";
import type { Icon } from "~/ui/Button";
import {
  IconCalendarEvent,
  IconChartBar,
  IconCoin,
  IconFileExport,
  IconFileImport,
  IconFolder,
  IconLayoutList,
  IconPrinter,
  IconRoute,
  IconSettings,
  IconUsers,
} from "~/ui/icons";

export interface Place {
  path: string;
  text: TextId;
  icon: Icon;
  /** Without it the place is not offered. */
  right?: Right;
  /** A count that stands at its right. */
  count?: "needs" | "ledger" | "letters" | "payments";
  apart?: boolean;
}

/** The menu, in its order; paths are below the creditor's. */
export const places: Place[] = [
  { path: "", text: "nav.today", icon: IconCalendarEvent, count: "needs" },
  { path: "reskontro", text: "nav.ledger", icon: IconLayoutList, count: "ledger" },
  { path: "saker", text: "nav.cases", icon: IconFolder },
  { path: "utskrift", text: "nav.print", icon: IconPrinter, count: "letters" },
  { path: "innbetalinger", text: "nav.payments", icon: IconCoin, count: "payments" },
  { path: "skyldnere", text: "nav.customers", icon: IconUsers },
  { path: "rapporter", text: "nav.reports", icon: IconChartBar, right: "read_reports" },
  { path: "lop", text: "nav.courses", icon: IconRoute, right: "read_settings", apart: true },
  { path: "import", text: "nav.import", icon: IconFileImport, right: "import_ledger" },
  { path: "eksport", text: "nav.export", icon: IconFileExport, right: "export_data" },
  { path: "innstillinger", text: "nav.settings", icon: IconSettings },
];

/** Places that the palette knows and the menu does not list. */
export const inner: Place[] = [
  { path: "innstillinger/fullmakter", text: "settings.mandates", icon: IconUsers },
  { path: "innstillinger/alle", text: "settings.all", icon: IconSettings, right: "read_settings" },
];
