import { useMemo } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useRule, useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { channelWord, longName } from "~/text/words";
import { ChannelWord } from "~/ui/ChannelWord";
import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import { Reasons } from "~/ui/Reasons";
import type { Column } from "~/ui/table/types";
import { Why } from "~/ui/Why";
import type { DryRunRow } from "../api/courses";
import css from "../Courses.module.css";
import { playedWord } from "../words";

/** What a dry run tells of each row: to whom, what, its sums and deadline, how it goes, and why on that day. */
export function useDayColumns() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const says = useSays();
  const rule = useRule();
  return useMemo(() => {
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
    const way = (row: DryRunRow) => {
      const word = row.channel && channelWord(row.channel);
      return word ? t(word) : "";
    };
    const money = (id: string, head: string, width: number, of: (row: DryRunRow) => string | null | undefined) => ({
      id,
      head,
      right: true,
      width,
      kind: "money" as const,
      summed: true,
      value: (row: DryRunRow) => of(row) ?? "",
      cell: (row: DryRunRow) => {
        const sum = of(row);
        return sum && <Money of={sum} />;
      },
    });
    const columns: Column<DryRunRow>[] = [
      { id: "on", head: t("print.on"), kind: "day", filed: true, value: (row) => row.on, cell: () => null },
      {
        id: "case",
        head: t("cases.case"),
        kind: "whole",
        filed: true,
        value: (row) => row.case || "",
        cell: () => null,
      },
      { id: "who", head: t("cases.debtor"), value: (row) => row.name, cell: who },
      { id: "what", head: t("dry.what"), value: what, cell: what },
      {
        id: "invoices",
        head: t("cases.invoice"),
        width: 96,
        value: (row) => row.invoices?.join(", ") ?? "",
        cell: (row) => row.invoices?.join(", "),
      },
      {
        id: "way",
        head: t("document.as"),
        width: 96,
        value: way,
        cell: (row) => row.channel && <ChannelWord of={row.channel} />,
      },
      {
        id: "deadline",
        head: t("print.deadline"),
        width: 92,
        kind: "day",
        value: (row) => row.deadline ?? "",
        cell: (row) => row.deadline && <Day of={row.deadline} />,
      },
      money("fee", t("print.fee"), 84, (row) => row.fee),
      money("postage", t("dry.postage.kr"), 80, (row) => row.postage),
      { ...money("total", t("document.claim"), 104, (row) => row.total), summed: false },
      { id: "why", head: t("print.because"), width: 84, cell: why },
      {
        id: "reasons",
        head: t("print.because"),
        filed: true,
        value: (row) => row.because.map((one) => `${says(one.says).text} (${rule(one.rule)})`).join(" "),
        cell: () => null,
      },
    ];
    return { what, who, why, columns };
  }, [t, f, org, says, rule]);
}
