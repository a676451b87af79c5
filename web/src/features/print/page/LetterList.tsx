import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import type { OutboxRow } from "~/api/types";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { ChannelWord } from "~/ui/ChannelWord";
import { Day } from "~/ui/Day";
import { gapOf } from "~/ui/debtor/gaps";
import { Money } from "~/ui/Money";
import { Reasons } from "~/ui/Reasons";
import { Tag } from "~/ui/Tag";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { Why } from "~/ui/Why";
import css from "./Print.module.css";
import { Refusals } from "./Refusals";

const FillDialog = lazy(async () => ({ default: (await import("./FillDialog")).FillDialog }));

interface Props {
  rows: OutboxRow[];
  list: "ready" | "held" | "coming";
}

/** The letters of one list, each with its case, its way, its deadline and what it asks for. */
export function LetterList({ rows, list }: Props) {
  const t = useT();
  const org = useOrg();
  const may = useMay("act_on_cases");
  const [filling, setFilling] = useState<OutboxRow>();
  const name = (row: OutboxRow) => {
    const word = longName(row.kind);
    return word ? t(word) : row.kind;
  };
  const debtor = (row: OutboxRow) => (
    <Link className={css.who} to={`/${org}/saker/${row.case}`}>
      {row.name}
    </Link>
  );
  const reason = (row: OutboxRow) => (
    <div className={css.reason}>
      <Refusals of={row.reasons} />
      {may && row.reasons?.some((one) => gapOf(one.code)) && (
        <Button label={t("fill.act.of", { name: row.name })} onPress={() => setFilling(row)}>
          {t("fill.act")}
        </Button>
      )}
    </div>
  );
  const total = (row: OutboxRow) => row.total && <Money of={row.total} />;
  const all: Record<string, Column<OutboxRow>> = {
    on: { id: "on", head: t("print.on"), width: 90, cell: (row) => row.on && <Day of={row.on} as="short" /> },
    since: { id: "since", head: t("print.since"), width: 100, cell: (row) => row.on && <Day of={row.on} /> },
    case: {
      id: "case",
      head: t("cases.case"),
      width: 70,
      cell: (row) => <span className={css.quiet}>{row.case}</span>,
    },
    debtor: { id: "debtor", head: t("cases.debtor"), cell: debtor },
    letter: { id: "letter", head: t("print.letter"), cell: name },
    way: { id: "way", head: t("document.as"), cell: (row) => row.channel && <ChannelWord of={row.channel} /> },
    state: {
      id: "state",
      head: t("cases.status"),
      cell: (row) => (
        <Tag quiet tone={row.printed ? "choice" : "going"}>
          {t(row.printed ? "print.state.printed" : "print.state.waiting")}
        </Tag>
      ),
    },
    deadline: {
      id: "deadline",
      head: t("print.deadline"),
      width: 100,
      cell: (row) => row.deadline && <Day of={row.deadline} />,
    },
    fee: { id: "fee", head: t("print.fee"), right: true, cell: (row) => row.fee && <Money of={row.fee} /> },
    total: { id: "total", head: t("document.claim"), right: true, cell: total },
    why: { id: "why", head: t("print.why"), cell: reason },
    because: {
      id: "because",
      head: t("print.because"),
      cell: (row) =>
        row.because?.length ? (
          <Why
            title={t("print.because.title", { letter: name(row) })}
            name={t("entry.why", { what: `${name(row)}, ${row.name}` })}
          >
            <Reasons of={row.because} />
          </Why>
        ) : null,
    },
  };
  const order = {
    ready: ["case", "debtor", "letter", "since", "way", "state", "deadline", "fee", "total"],
    held: ["case", "debtor", "letter", "why"],
    coming: ["on", "case", "debtor", "letter", "fee", "because"],
  }[list];
  return (
    <>
      <PlainTable
        caption={t(`print.${list}`)}
        columns={order.map((id) => all[id]!)}
        rows={rows}
        keyOf={(row) => `${row.case}-${row.letter}-${row.kind}-${row.on}`}
        phone={(row) => (
          <div className={css.card}>
            {debtor(row)}
            <b>{total(row)}</b>
            <small>
              {name(row)} {row.on && list === "coming" && <Day of={row.on} as="short" />}
            </small>
            {list === "held" && reason(row)}
          </div>
        )}
      />
      <Suspense fallback={null}>
        {filling && <FillDialog row={filling} onClose={() => setFilling(undefined)} />}
      </Suspense>
    </>
  );
}
