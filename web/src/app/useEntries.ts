import { useMe, useOrg, useRights } from "~/api/me";
import { useT } from "~/text/texts";
import type { Icon } from "~/ui/Button";
import { IconAddressBook, IconBuilding, IconFolder } from "~/ui/icons";
import { actions, round } from "./actions";
import { inner, places } from "./places";
import { useFound } from "./search";

export interface Entry {
  id: string;
  text: string;
  note?: string;
  icon: Icon;
  to: string;
}

/** What the palette offers for what was typed, in groups without the empty; `busy` while the server has not answered. */
export function useEntries(
  typed: string,
  only: "all" | "creditors",
): { groups: { head: string; entries: Entry[] }[]; busy: boolean } {
  const t = useT();
  const org = useOrg();
  const me = useMe();
  const rights = useRights();
  const found = useFound(org, only === "all" ? typed : "");
  const words = typed.trim().toLowerCase();
  const fits = (entry: Entry) => entry.text.toLowerCase().includes(words);
  const may = ({ right }: { right?: string | undefined }) => !right || (rights as string[]).includes(right);
  const caseOf = (number: number): Entry => {
    const row = found.cases.find((one) => one.case === number);
    return {
      id: `case-${number}`,
      text: row ? `${number} ${row.name}` : t("palette.case", { case: String(number) }),
      ...(row ? { note: t("today.invoice", { invoice: row.invoice }) } : {}),
      icon: IconFolder,
      to: `/${org}/saker/${number}`,
    };
  };
  const cases = [...new Set([...found.exact, ...found.cases.map((row) => row.case)])].map(caseOf);
  const debtors: Entry[] = found.debtors.map((row) => ({
    id: `debtor-${row.debtor}`,
    text: row.name,
    note: row.customer,
    icon: IconAddressBook,
    to: `/${org}/skyldnere/${row.debtor}`,
  }));
  const placed = ({ path, text, icon }: typeof round): Entry => ({
    id: `place-${path}`,
    text: t(text),
    icon,
    to: `/${org}/${path}`,
  });
  const rounds = (me?.creditors.length ?? 0) > 1 ? [placed(round)] : [];
  const acts = [...rounds, ...actions.filter(may).map((one) => ({ ...placed(one), id: `act-${one.path}` }))];
  const all = [...places, ...inner].filter(may).map(placed);
  const creditors: Entry[] = (me?.creditors ?? [])
    .filter((one) => one.org_number !== org)
    .map((one) => ({ id: one.org_number, text: one.name, icon: IconBuilding, to: `/${one.org_number}` }));
  const named = { head: t("bar.creditor"), entries: creditors.filter(fits) };
  if (only === "creditors") {
    const beside = { head: t("palette.acts"), entries: rounds.filter(fits) };
    return { groups: [named, beside].filter((group) => group.entries.length > 0), busy: false };
  }
  const groups = [
    { head: t("palette.cases"), entries: cases },
    { head: t("palette.customers"), entries: debtors },
    { head: t("palette.acts"), entries: acts.filter(fits) },
    { head: t("palette.places"), entries: all.filter(fits) },
    { ...named, entries: named.entries.slice(0, 6) },
  ].filter((group) => group.entries.length > 0);
  return { groups, busy: found.busy };
}
