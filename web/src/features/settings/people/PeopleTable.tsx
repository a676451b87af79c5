import { useMe } from "~/api/me";
import type { Person, Role } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconDots } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Narrowing } from "~/ui/list/useHeld";
import { Menu } from "~/ui/Menu";
import type { Column } from "~/ui/table/types";
import css from "../page/Settings.module.css";
import { usePersonActs } from "./usePersonActs";
import { useReach } from "./useReach";

/** The people, and what can be done for each: rights, a new password, a lost second factor, and leaving. */
export function PeopleTable({ rows, onChange }: { rows: Person[]; onChange: (person: Person) => void }) {
  const t = useT();
  const f = useF();
  const me = useMe();
  const reach = useReach();
  const { items, dialog } = usePersonActs(onChange);
  const acts = (row: Person) => (
    <Menu
      label={t("people.acts", { name: row.name })}
      target={<IconButton plain icon={IconDots} label={t("people.acts", { name: row.name })} />}
      items={items(row)}
    />
  );
  const role = (row: Person) => t(`role.${row.role}`);
  const second = (row: Person) => t(row.second_factor ? "common.yes" : "common.no");
  const pills: Narrowing<Person>[] = [
    { word: "rolle", name: t("people.role"), of: (row) => row.role, say: (one) => t(`role.${one as Role}`) },
    {
      word: "faktor",
      name: t("people.second"),
      of: (row) => (row.second_factor ? "ja" : "nei"),
      say: (one) => t(one === "ja" ? "common.yes" : "common.no"),
    },
  ];
  const columns: Column<Person>[] = [
    {
      id: "name",
      head: t("person.name"),
      value: (row) => row.name,
      cell: (row) => (
        <span className={css.name}>
          {row.name} {row.person === me?.person && t("people.you")}
        </span>
      ),
    },
    { id: "email", head: t("person.email"), value: (row) => row.email, cell: (row) => row.email },
    { id: "role", head: t("people.role"), value: role, cell: role },
    {
      id: "reach",
      head: t("people.reach"),
      value: (row) => reach(row.creditors),
      cell: (row) => reach(row.creditors),
    },
    { id: "second", head: t("people.second"), value: second, cell: second },
    {
      id: "made",
      head: t("people.made"),
      kind: "day",
      value: (row) => row.made.slice(0, 10),
      cell: (row) => f.day(row.made),
    },
    { id: "acts", head: t("people.change"), right: true, width: 80, cell: acts },
  ];
  return (
    <>
      <HeldTable
        id="people"
        caption={t("settings.people")}
        search={t("people.search")}
        pills={pills}
        columns={columns}
        rows={rows}
        keyOf={(row) => String(row.person)}
        phone={(row) => (
          <div className={css.card}>
            <span className={css.name}>{row.name}</span>
            {acts(row)}
            <small>
              {t(`role.${row.role}`)}, {row.email}
            </small>
          </div>
        )}
      />
      {dialog}
    </>
  );
}
