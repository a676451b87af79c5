import { useQueryClient } from "@tanstack/react-query";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { TableFile } from "~/ui/list/TableFile";
import { useDone } from "~/ui/Toasts";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { type Invite, peopleKey, takeBack } from "../api/people";
import css from "../page/Settings.module.css";
import { useReach } from "./useReach";

/** The invites that nobody has answered yet. */
export function Invites({ rows }: { rows: Invite[] }) {
  const t = useT();
  const f = useF();
  const done = useDone();
  const reach = useReach();
  const queries = useQueryClient();
  const back = async (row: Invite) => {
    await takeBack(row.invite).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: peopleKey });
    done({ text: t("people.invite.taken-back", { email: row.email }) });
  };
  const act = (row: Invite) => (
    <Button kind="text" onPress={() => back(row)} label={`${t("people.invite.take-back")}: ${row.email}`}>
      {t("people.invite.take-back")}
    </Button>
  );
  const role = (row: Invite) => t(`role.${row.role}`);
  const columns: Column<Invite>[] = [
    { id: "email", head: t("person.email"), value: (row) => row.email, cell: (row) => row.email },
    { id: "role", head: t("people.role"), value: role, cell: role },
    { id: "reach", head: t("people.reach"), value: (row) => reach(row.creditors), cell: (row) => reach(row.creditors) },
    {
      id: "expires",
      head: t("people.invite.expires"),
      value: (row) => f.moment(row.expires),
      cell: (row) => f.moment(row.expires),
    },
    { id: "act", head: t("people.change"), right: true, cell: act },
  ];
  return (
    <>
      <div className={css.titled}>
        <h2>{t("people.invites")}</h2>
        <TableFile title={t("people.invites")} columns={columns} rows={rows} plain />
      </div>
      <div className={css.table}>
        <PlainTable
          caption={t("people.invites")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.invite)}
          phone={(row) => (
            <div className={css.card}>
              <span>{row.email}</span>
              {act(row)}
              <small>{t(`role.${row.role}`)}</small>
            </div>
          )}
        />
      </div>
    </>
  );
}
