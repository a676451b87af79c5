import { useCallback, useEffect, useMemo } from "react";
import { useNavigate } from "react-router";
import { useMe } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { HeldTools } from "~/ui/list/HeldTools";
import { NoneHeld } from "~/ui/list/NoneHeld";
import { useHeld } from "~/ui/list/useHeld";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { type Client, type Decision, keyOf, useDecisions } from "../api/decisions";
import { Beside, hasBeside } from "./ClientHead";
import css from "./Decisions.module.css";
import { Groups } from "./Groups";
import { NothingToDecide } from "./NothingToDecide";
import { useDeciding } from "./useDeciding";
import { isClients, useDecisionColumns } from "./useDecisionColumns";
import { useKeptClients } from "./useKeptClients";
import { useRound } from "./useRound";

const none: Decision[] = [];
const noClients: Client[] = [];

/** One round of decisions over every creditor: what waits for a yes or a choice, each decided with one key. */
export function DecisionsPage() {
  const t = useT();
  const go = useNavigate();
  const creditors = useMe()?.creditors;
  const { data, error, refetch, isFetching } = useDecisions();
  const { gone, refused, decide } = useDeciding();
  const rows = useMemo(() => data?.rows.filter((row) => !gone.has(keyOf(row))) ?? none, [data, gone]);
  const asked = data?.rows.length ?? 0;
  const count = (data?.count ?? 0) - (asked - rows.length);
  const may = useCallback(
    ({ creditor }: Decision) =>
      creditors?.find((one) => one.org_number === creditor)?.rights.includes("act_on_cases") ?? false,
    [creditors],
  );
  const { columns, pills } = useDecisionColumns(data?.clients ?? noClients);
  const held = useKeptClients(useHeld({ id: "decisions", columns, rows, pills }), isClients);
  const mayTake = ({ creditor }: Decision) =>
    creditors?.find((one) => one.org_number === creditor)?.rights.includes("export_data") ?? false;
  const { here, press } = useRound({
    rows: held.rows,
    may,
    decide,
    open: (row) => go(`/${row.creditor}/saker/${row.case}`),
  });
  const more = count - rows.length;
  // All that were shown are decided, and others waited behind them.
  const spent = data !== undefined && asked === 0 && more > 0;
  useEffect(() => {
    if (spent) void refetch();
  }, [spent, refetch]);
  const groups = useMemo(
    () =>
      (data?.clients ?? []).flatMap((client) => {
        const mine = rows.filter((row) => row.creditor === client.org_number);
        const shown = held.rows.filter((row) => row.creditor === client.org_number);
        const decided = (data?.rows ?? none).filter((row) => row.creditor === client.org_number).length - mine.length;
        return shown.length ? [{ client: { ...client, decisions: client.decisions - decided }, rows: shown }] : [];
      }),
    [data, rows, held.rows],
  );
  const others = data?.clients.filter(
    (client) =>
      hasBeside(client) &&
      rows.every((row) => row.creditor !== client.org_number) &&
      held.filters === 0 &&
      `${client.name} ${client.org_number}`.toLocaleLowerCase().includes(held.search.toLocaleLowerCase()),
  );
  return (
    <Page
      title={t("decisions.title")}
      below={
        <>
          {/* When none waits, the page itself says so. */}
          <span role="status" className={count === 0 ? "ear-only" : undefined}>
            {data && t("decisions.count", { n: count })}
          </span>
          {rows.length > 0 && <span className={css.hint}>{t("decisions.hint")}</span>}
        </>
      }
    >
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data || (spent && isFetching) ? (
        <WaitingRows rows={9} />
      ) : (
        <>
          {rows.length > 0 && (
            <HeldTools
              title={t("decisions.title")}
              held={held}
              search={t("decisions.search")}
              choosing={false}
              taken={held.rows.filter(mayTake)}
            />
          )}
          {rows.length > 0 && held.rows.length === 0 && <NoneHeld held={held} />}
          {held.rows.length > 0 && <Groups groups={groups} here={here} may={may} refused={refused} press={press} />}
          {count === 0 && <NothingToDecide />}
          {(more > 0 || rows.some((row) => refused.has(keyOf(row)))) && (
            <p className={css.more}>
              {more > 0 && t("decisions.more", { n: rows.length, count })}{" "}
              <Button kind="text" onPress={() => refetch()} busy={isFetching}>
                {t("decisions.again")}
              </Button>
            </p>
          )}
          {others && others.length > 0 && (
            <section className={css.others}>
              <h2>{t("decisions.others")}</h2>
              <ul>
                {others.map((client) => (
                  <li key={client.org_number}>
                    <span className={css.clientName}>{client.name}</span> <Beside client={client} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Page>
  );
}
