import { useMe } from "~/api/me";
import type { Person } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconDots } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import { PlainTable } from "~/ui/table/PlainTable";
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
  const columns: Column<Person>[] = [
    {
      id: "name",
      head: t("person.name"),
      cell: (row) => (
        <span className={css.name}>
          {row.name} {row.person === me?.person && t("people.you")}
        </span>
      ),
    },
    { id: "email", head: t("person.email"), cell: (row) => row.email },
    { id: "role", head: t("people.role"), cell: (row) => t(`role.${row.role}`) },
    { id: "reach", head: t("people.reach"), cell: (row) => reach(row.creditors) },
    { id: "second", head: t("people.second"), cell: (row) => t(row.second_factor ? "common.yes" : "common.no") },
    { id: "made", head: t("people.made"), cell: (row) => f.day(row.made) },
    { id: "acts", head: t("people.change"), right: true, width: 80, cell: acts },
  ];
  return (
    <>
      <PlainTable
        caption={t("settings.people")}
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
