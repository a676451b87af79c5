import { useState } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useTold } from "~/text/problems";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { HeldTools } from "~/ui/list/HeldTools";
import { NoneHeld } from "~/ui/list/NoneHeld";
import { type Narrowing, useHeld } from "~/ui/list/useHeld";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import type { DryRunStop } from "../api/courses";
import css from "../Courses.module.css";

const shownFirst = 50;

/** What stands still at the end, or never began, and the reason in a sentence. */
export function Stops({ rows }: { rows: DryRunStop[] }) {
  const t = useT();
  const org = useOrg();
  const told = useTold();
  const says = useSays();
  const [all, setAll] = useState(false);
  const who = (row: DryRunStop) => (
    <Link className={css.who} to={row.case ? `/${org}/saker/${row.case}` : `/${org}/skyldnere/${row.debtor}`}>
      {row.name || row.invoice}
    </Link>
  );
  const why = (row: DryRunStop) => {
    const sentence = says(row.reason.detail);
    if (sentence.ours) return <span>{sentence.text}</span>;
    const { what, remedy, lang } = told(row.reason);
    return <span lang={lang}>{`${what} ${remedy ?? ""}`}</span>;
  };
  const reason = (row: DryRunStop) => {
    const sentence = says(row.reason.detail);
    if (sentence.ours) return sentence.text;
    const { what, remedy } = told(row.reason);
    return remedy ? `${what} ${remedy}` : what;
  };
  const kind = (row: DryRunStop) => (row.kind && row.kind !== "none" ? t(longName(row.kind) ?? "letter.letter") : "");
  const columns: Column<DryRunStop>[] = [
    { id: "who", head: t("cases.debtor"), width: 200, value: (row) => row.name || row.invoice || "", cell: who },
    {
      id: "case",
      head: t("cases.case"),
      kind: "whole",
      filed: true,
      value: (row) => row.case || "",
      cell: () => null,
    },
    {
      id: "invoice",
      head: t("cases.invoice"),
      width: 90,
      value: (row) => row.invoice ?? "",
      cell: (row) => row.invoice,
    },
    {
      id: "kind",
      head: t("dry.what"),
      width: 150,
      value: kind,
      cell: kind,
    },
    {
      id: "since",
      head: t("dry.since"),
      width: 96,
      kind: "day",
      value: (row) => row.since,
      cell: (row) => <Day of={row.since} />,
    },
    { id: "why", head: t("dry.why"), value: reason, cell: (row) => <span className={css.wraps}>{why(row)}</span> },
  ];
  const pills: Narrowing<DryRunStop>[] = [{ word: "hvorfor", name: t("dry.why"), of: reason }];
  const held = useHeld({ id: "dry-stops", columns, rows, pills, prefix: "stopp-" });
  const shown = all ? held.rows : held.rows.slice(0, shownFirst);
  return (
    <>
      <HeldTools title={t("dry.stops")} held={held} search={t("dry.search")} reasons edges={false} />
      {held.rows.length === 0 && <NoneHeld held={held} />}
      <PlainTable
        caption={t("dry.stops")}
        columns={held.columns}
        sorting={held.sorting}
        rows={shown}
        keyOf={(row) => `${row.case}-${row.invoice}-${row.debtor}`}
        edges={false}
        phone={(row) => (
          <div className={css.phoneRow}>
            {who(row)}
            <Day of={row.since} />
            <small>{why(row)}</small>
          </div>
        )}
      />
      {shown.length < held.rows.length && (
        <Button kind="text" onPress={() => setAll(true)}>
          {t("today.all", { n: held.rows.length })}
        </Button>
      )}
    </>
  );
}
