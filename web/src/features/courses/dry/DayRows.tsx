import { useState } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { ChannelWord } from "~/ui/ChannelWord";
import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import { Reasons } from "~/ui/Reasons";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { Why } from "~/ui/Why";
import type { DryRunRow } from "../api/courses";
import css from "../Courses.module.css";
import { playedWord } from "../words";

const shownFirst = 50;

/** What happens on one day: to whom, what, its sums and deadline, how it goes, and why on that day. */
export function DayRows({ rows, on }: { rows: DryRunRow[]; on: string }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const [all, setAll] = useState(false);
  const what = (row: DryRunRow) => {
    const id = playedWord(row.what);
    const letter = row.kind && longName(row.kind);
    if (row.what === "LegalReady" && letter) return `${t(letter)}: ${t("entry.legal_ready").toLowerCase()}`;
    return id ? t(id) : letter ? t(letter) : row.what;
  };
  const who = (row: DryRunRow) => (
    <Link className={css.who} to={`/${org}/skyldnere/${row.debtor}`}>
      {row.name}
    </Link>
  );
  const why = (row: DryRunRow) =>
    row.because.length > 0 && (
      <Why
        title={t("courses.why", { what: what(row), day: f.day(row.on) })}
        name={t("entry.why", { what: `${what(row)}, ${row.name}` })}
      >
        <Reasons of={row.because} />
      </Why>
    );
  const columns: Column<DryRunRow>[] = [
    { id: "who", head: t("cases.debtor"), cell: who },
    { id: "what", head: t("dry.what"), cell: what },
    ...(rows.some((row) => row.invoices?.length)
      ? [{ id: "invoices", head: t("cases.invoice"), width: 96, cell: (row: DryRunRow) => row.invoices?.join(", ") }]
      : []),
    { id: "way", head: t("document.as"), width: 96, cell: (row) => row.channel && <ChannelWord of={row.channel} /> },
    { id: "deadline", head: t("print.deadline"), width: 92, cell: (row) => row.deadline && <Day of={row.deadline} /> },
    { id: "fee", head: t("print.fee"), right: true, width: 84, cell: (row) => row.fee && <Money of={row.fee} /> },
    {
      id: "postage",
      head: t("dry.postage.kr"),
      right: true,
      width: 80,
      cell: (row) => row.postage && <Money of={row.postage} />,
    },
    {
      id: "total",
      head: t("document.claim"),
      right: true,
      width: 104,
      cell: (row) => row.total && <Money of={row.total} />,
    },
    { id: "why", head: t("print.because"), width: 84, cell: why },
  ];
  const shown = all ? rows : rows.slice(0, shownFirst);
  return (
    <div className={css.dayRows}>
      <PlainTable
        caption={t("dry.on", { day: f.words(on) })}
        columns={columns}
        rows={shown}
        keyOf={(row) => `${rows.indexOf(row)}`}
        edges={false}
        phone={(row) => (
          <div className={css.phoneRow}>
            {who(row)}
            <b>{row.total && <Money of={row.total} unit />}</b>
            <small>
              {what(row)} {row.deadline && t("entry.deadline", { day: f.day(row.deadline) })}{" "}
              {row.fee && t("entry.fee", { fee: f.money(row.fee) })}
            </small>
            <small>{why(row)}</small>
          </div>
        )}
      />
      {shown.length < rows.length && (
        <Button kind="text" onPress={() => setAll(true)}>
          {t("today.all", { n: rows.length })}
        </Button>
      )}
    </div>
  );
}
