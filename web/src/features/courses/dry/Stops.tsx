import { useState } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useTold } from "~/text/problems";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
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
  const columns: Column<DryRunStop>[] = [
    { id: "who", head: t("cases.debtor"), width: 200, cell: who },
    { id: "invoice", head: t("cases.invoice"), width: 90, cell: (row) => row.invoice },
    {
      id: "kind",
      head: t("dry.what"),
      width: 150,
      cell: (row) => row.kind && row.kind !== "none" && t(longName(row.kind) ?? "letter.letter"),
    },
    { id: "since", head: t("dry.since"), width: 96, cell: (row) => <Day of={row.since} /> },
    { id: "why", head: t("dry.why"), cell: (row) => <span className={css.wraps}>{why(row)}</span> },
  ];
  const shown = all ? rows : rows.slice(0, shownFirst);
  return (
    <>
      <PlainTable
        caption={t("dry.stops")}
        columns={columns}
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
      {shown.length < rows.length && (
        <Button kind="text" onPress={() => setAll(true)}>
          {t("today.all", { n: rows.length })}
        </Button>
      )}
    </>
  );
}
