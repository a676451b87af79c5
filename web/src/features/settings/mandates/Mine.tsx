import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { useMay } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconPlus } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import { WaitingRows } from "~/ui/Skeleton";
import type { Column } from "~/ui/table/types";
import { type OwnMandate, useOwnMandates } from "../api/mandates";
import css from "../page/Settings.module.css";

const TakeDialog = lazy(async () => ({ default: (await import("./TakeDialog")).TakeDialog }));
const LeaveDialog = lazy(async () => ({ default: (await import("./LeaveDialog")).LeaveDialog }));

/** The creditors of others that one works for, and a code to come in to one more. */
export function Mine() {
  const t = useT();
  const f = useF();
  const may = useMay("add_creditor");
  const { data, error, refetch } = useOwnMandates();
  const [asked, setAsked] = useState<"take" | OwnMandate>();
  const close = () => setAsked(undefined);
  const link = (row: OwnMandate) => (
    <Link className={css.name} to={`/${row.creditor.org_number}`}>
      {row.creditor.name}
    </Link>
  );
  const leave = (row: OwnMandate) => (
    <Button kind="text" onPress={() => setAsked(row)} label={`${t("mandates.leave")}: ${row.creditor.name}`}>
      {t("mandates.leave")}
    </Button>
  );
  const by = (row: OwnMandate) => t(row.mine ? "mandates.mine.me" : "mandates.mine.colleague");
  const role = (row: OwnMandate) => t(`role.${row.role}`);
  const columns: Column<OwnMandate>[] = [
    {
      id: "creditor",
      head: t("creditor.name"),
      value: (row) => row.creditor.name,
      cell: (row) => (
        <span className={css.stacked}>
          {link(row)}
          <small>{row.creditor.org_number}</small>
        </span>
      ),
    },
    {
      id: "org",
      head: t("creditor.org"),
      filed: true,
      value: (row) => row.creditor.org_number,
      cell: (row) => row.creditor.org_number,
    },
    { id: "role", head: t("mandates.role"), value: role, cell: role },
    {
      id: "since",
      head: t("mandates.since"),
      kind: "day",
      value: (row) => row.taken.slice(0, 10),
      cell: (row) => (
        <span className={css.stacked}>
          {f.day(row.taken.slice(0, 10))}
          <small>{by(row)}</small>
        </span>
      ),
    },
    { id: "leave", head: t("people.change"), right: true, cell: leave },
  ];
  const rows = () => {
    if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
    if (!data) return <WaitingRows rows={2} />;
    if (data.rows.length === 0)
      return (
        <Empty small title={t("mandates.mine.none")}>
          {t(may ? "mandates.mine.none.text" : "mandates.take.why")}
        </Empty>
      );
    return (
      <HeldTable
        id="own-mandates"
        prefix="mine-"
        caption={t("mandates.mine")}
        search={t("creditors.search")}
        columns={columns}
        rows={data.rows}
        keyOf={(row) => String(row.mandate)}
        phone={(row) => (
          <div className={css.card}>
            {link(row)}
            {leave(row)}
            <div className={css.facts}>
              <small>{t(`role.${row.role}`)}</small>
              <small>
                {t("mandates.since")} {f.day(row.taken.slice(0, 10))}
              </small>
            </div>
          </div>
        )}
      />
    );
  };
  return (
    <>
      <div className={`${css.head} ${css.next}`}>
        <h2>{t("mandates.mine")}</h2>
        {may && (
          <Button icon={IconPlus} onPress={() => setAsked("take")}>
            {t("mandates.take")}
          </Button>
        )}
      </div>
      <div className={css.table}>{rows()}</div>
      <Suspense fallback={null}>
        {asked === "take" && <TakeDialog onClose={close} />}
        {asked && asked !== "take" && <LeaveDialog mandate={asked} onClose={close} />}
      </Suspense>
    </>
  );
}
