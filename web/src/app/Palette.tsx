import "@mantine/spotlight/styles.layer.css";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useMe, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import type { Icon } from "~/ui/Button";
import { IconAddressBook, IconBuilding, IconFolder, IconSearch } from "~/ui/icons";
import { actions } from "./actions";
import css from "./Palette.module.css";
import { places } from "./places";
import { useFound } from "./search";

interface Entry {
  id: string;
  text: string;
  note?: string;
  icon: Icon;
  to: string;
}

/** One key to everywhere: places, acts, cases, debtors and creditors in one list. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const me = useMe();
  const [text, setText] = useState("");
  const [[store, { open, close }]] = useState(() => createSpotlight());
  useEffect(open, [open]);
  const found = useFound(org, text);
  const typed = text.trim().toLowerCase();
  const fits = (entry: Entry) => entry.text.toLowerCase().includes(typed);
  const may = ({ right }: { right?: string | undefined }) =>
    !right || (me?.rights as string[] | undefined)?.includes(right);
  const groups: { head: string; entries: Entry[] }[] = [
    {
      head: t("palette.cases"),
      entries: found.cases.map((row) => ({
        id: `case-${row.case}`,
        text: `${row.case} ${row.name}`,
        note: t("today.invoice", { invoice: row.invoice }),
        icon: IconFolder,
        to: `/${org}/saker/${row.case}`,
      })),
    },
    {
      head: t("palette.customers"),
      entries: found.debtors.map((row) => ({
        id: `debtor-${row.debtor}`,
        text: row.name,
        note: row.customer,
        icon: IconAddressBook,
        to: `/${org}/skyldnere/${row.debtor}`,
      })),
    },
    {
      head: t("palette.acts"),
      entries: actions
        .filter(may)
        .map(({ path, text: id, icon }) => ({ id: `act-${path}`, text: t(id), icon, to: `/${org}/${path}` }))
        .filter(fits),
    },
    {
      head: t("palette.places"),
      entries: places
        .filter(may)
        .map(({ path, text: id, icon }) => ({ id: `place-${path}`, text: t(id), icon, to: `/${org}/${path}` }))
        .filter(fits),
    },
    {
      head: t("bar.creditor"),
      entries: (me?.creditors ?? [])
        .filter((one) => one.org_number !== org)
        .map((one) => ({ id: one.org_number, text: one.name, icon: IconBuilding, to: `/${one.org_number}` }))
        .filter(fits)
        .slice(0, 6),
    },
  ];
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      aria-label={t("palette.title")}
      classNames={{ content: css.content, action: css.action, actionsGroup: css.group, search: css.search }}
    >
      <Spotlight.Search
        placeholder={t("bar.search")}
        aria-label={t("palette.title")}
        leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {shown.map((group) => (
          <Spotlight.ActionsGroup key={group.head} label={group.head}>
            {group.entries.map(({ id, text: word, note, icon: Icon, to }) => (
              <Spotlight.Action
                key={id}
                label={word}
                {...(note ? { description: note } : {})}
                leftSection={<Icon size={17} stroke={1.6} aria-hidden />}
                onClick={() => {
                  close();
                  go(to);
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && <Spotlight.Empty>{t("palette.nothing")}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
