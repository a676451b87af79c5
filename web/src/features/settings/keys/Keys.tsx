import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { Dialog } from "~/ui/Dialog";
import { Empty, Failure } from "~/ui/Empty";
import { Ends } from "~/ui/Ends";
import { IconPlus } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import { WaitingRows } from "~/ui/Skeleton";
import { useDone } from "~/ui/Toasts";
import type { Column } from "~/ui/table/types";
import { type Key, keysKey, revokeKey, useKeys } from "../api/keys";
import css from "../page/Settings.module.css";

const NewKeyDialog = lazy(async () => ({ default: (await import("./NewKeyDialog")).NewKeyDialog }));

/** Keys for programs: what each may do, when it was last used, and taking it away. */
export function Keys() {
  const t = useT();
  const done = useDone();
  const queries = useQueryClient();
  const { data, error, refetch } = useKeys();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Key>();
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={4} />;
  const rows = data.rows.filter((row) => !row.revoked);
  const revoke = async (row: Key) => {
    await revokeKey(row.key).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: keysKey });
    done({ text: t("keys.revoked", { name: row.name }) });
    setRevoking(undefined);
  };
  const act = (row: Key) => (
    <Button kind="text" onPress={() => setRevoking(row)} label={`${t("keys.revoke")}: ${row.name}`}>
      {t("keys.revoke")}
    </Button>
  );
  const scopes = (row: Key) => row.scopes.map((scope) => t(`scope.${scope}`)).join(", ");
  const columns: Column<Key>[] = [
    {
      id: "name",
      head: t("person.name"),
      value: (row) => row.name,
      cell: (row) => <span className={css.name}>{row.name}</span>,
    },
    { id: "prefix", head: t("keys.prefix"), value: (row) => row.prefix, cell: (row) => <code>{row.prefix}…</code> },
    { id: "scopes", head: t("keys.scopes"), value: scopes, cell: scopes },
    {
      id: "made",
      head: t("keys.made"),
      kind: "day",
      value: (row) => row.made.slice(0, 10),
      cell: (row) => <Day of={row.made} />,
    },
    {
      id: "used",
      head: t("keys.used"),
      kind: "day",
      value: (row) => row.last_used?.slice(0, 10) ?? "",
      cell: (row) => (row.last_used ? <Day of={row.last_used} /> : t("keys.never")),
    },
    { id: "act", head: t("people.change"), right: true, cell: act },
  ];
  return (
    <div className={css.wide}>
      <div className={css.head}>
        <h2>{t("settings.keys")}</h2>
        <Button kind="primary" icon={IconPlus} onPress={() => setMaking(true)}>
          {t("keys.new")}
        </Button>
      </div>
      <p className={css.lead}>{t("keys.text")}</p>
      <div className={css.table}>
        {rows.length === 0 ? (
          <Empty small title={t("keys.none")} />
        ) : (
          <HeldTable
            id="keys"
            caption={t("settings.keys")}
            search={t("keys.search")}
            columns={columns}
            rows={rows}
            keyOf={(row) => String(row.key)}
            phone={(row) => (
              <div className={css.card}>
                <span className={css.name}>{row.name}</span>
                {act(row)}
                <small>{scopes(row)}</small>
              </div>
            )}
          />
        )}
      </div>
      <Suspense fallback={null}>{making && <NewKeyDialog onClose={() => setMaking(false)} />}</Suspense>
      {revoking && (
        <Dialog title={t("keys.revoke.title", { name: revoking.name })} open onClose={() => setRevoking(undefined)}>
          <p>{t("keys.revoke.text")}</p>
          <Ends>
            <Button onPress={() => setRevoking(undefined)}>{t("common.cancel")}</Button>
            <Button kind="primary" onPress={() => revoke(revoking)}>
              {t("keys.revoke")}
            </Button>
          </Ends>
        </Dialog>
      )}
    </div>
  );
}
