import { useMemo } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { OutboxRow, Reason } from "~/api/types";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useRule, useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { channelWord, longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { ChannelWord } from "~/ui/ChannelWord";
import { Day } from "~/ui/Day";
import { gapOf } from "~/ui/debtor/gaps";
import { Money } from "~/ui/Money";
import { Reasons } from "~/ui/Reasons";
import { Tag } from "~/ui/Tag";
import type { Column } from "~/ui/table/types";
import { Why } from "~/ui/Why";
import css from "./Print.module.css";
import { Refusals } from "./Refusals";

export type List = "ready" | "held" | "coming";

const order: Record<List, readonly string[]> = {
  ready: ["case", "debtor", "letter", "since", "way", "state", "deadline", "fee", "total"],
  held: ["case", "debtor", "letter", "since", "fee", "total", "why"],
  coming: ["on", "case", "debtor", "letter", "fee", "because", "reasons"],
};

/** The columns of a list of letters, and the words of what they hold. `onFill` opens what a debtor lacks. */
export function useLetterColumns(list: List, onFill: ((row: OutboxRow) => void) | undefined) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const told = useTold();
  const says = useSays();
  const rule = useRule();
  return useMemo(() => {
    const name = ({ kind }: Pick<OutboxRow, "kind">) => {
      const word = longName(kind);
      return word ? t(word) : kind;
    };
    const way = (channel: string) => {
      const word = channelWord(channel);
      return word ? t(word) : channel;
    };
    const state = (one: string) => t(one === "printed" ? "print.state.printed" : "print.state.waiting");
    const refusal = (one: Reason) => {
      const { what, remedy } = told(one);
      const passes = one.passes_on && f.words(one.passes_on);
      return [
        what,
        one.rule && !what.includes(rule(one.rule)) && `(${rule(one.rule)})`,
        remedy,
        passes && !remedy?.includes(passes) && t("print.passes", { day: passes }),
      ]
        .filter(Boolean)
        .join(" ");
    };
    const reason = (row: OutboxRow) => (
      <div className={css.reason}>
        <Refusals of={row.reasons} />
        {onFill && row.reasons?.some((one) => gapOf(one.code)) && (
          <Button label={t("fill.act.of", { name: row.name })} onPress={() => onFill(row)}>
            {t("fill.act")}
          </Button>
        )}
      </div>
    );
    // What may leave today is seen as it leaves.
    const seen = (row: OutboxRow) => (
      <a
        href={`/api/creditors/${org}/cases/${row.case}/preview`}
        target="_blank"
        rel="noreferrer"
        aria-label={t("print.see", { letter: name(row), name: row.name })}
      >
        {name(row)}
      </a>
    );
    const day = (row: OutboxRow) => row.on ?? "";
    const all: Record<string, Column<OutboxRow>> = {
      on: {
        id: "on",
        head: t("print.on"),
        width: 90,
        kind: "day",
        value: day,
        cell: (row) => row.on && <Day of={row.on} as="short" />,
      },
      since: {
        id: "since",
        head: t("print.since"),
        width: 100,
        kind: "day",
        value: day,
        filed: list === "held",
        cell: (row) => row.on && <Day of={row.on} />,
      },
      case: {
        id: "case",
        head: t("cases.case"),
        width: 70,
        kind: "whole",
        value: (row) => row.case,
        cell: (row) => <span className={css.quiet}>{row.case}</span>,
      },
      debtor: {
        id: "debtor",
        head: t("cases.debtor"),
        value: (row) => row.name,
        cell: (row) => (
          <Link className={css.who} to={`/${org}/saker/${row.case}`}>
            {row.name}
          </Link>
        ),
      },
      letter: { id: "letter", head: t("print.letter"), value: name, cell: list === "ready" ? seen : name },
      way: {
        id: "way",
        head: t("document.as"),
        value: (row) => (row.channel ? way(row.channel) : ""),
        cell: (row) => row.channel && <ChannelWord of={row.channel} />,
      },
      state: {
        id: "state",
        head: t("cases.status"),
        value: (row) => state(row.printed ? "printed" : "waiting"),
        cell: (row) => (
          <Tag quiet tone={row.printed ? "choice" : "going"}>
            {state(row.printed ? "printed" : "waiting")}
          </Tag>
        ),
      },
      deadline: {
        id: "deadline",
        head: t("print.deadline"),
        width: 100,
        kind: "day",
        value: (row) => row.deadline ?? "",
        cell: (row) => row.deadline && <Day of={row.deadline} />,
      },
      fee: {
        id: "fee",
        head: t("print.fee"),
        right: true,
        kind: "money",
        summed: true,
        value: (row) => row.fee ?? "",
        filed: list === "held",
        cell: (row) => row.fee && <Money of={row.fee} />,
      },
      total: {
        id: "total",
        head: t("document.claim"),
        right: true,
        kind: "money",
        summed: true,
        value: (row) => row.total ?? "",
        filed: list === "held",
        cell: (row) => row.total && <Money of={row.total} />,
      },
      why: {
        id: "why",
        head: t("print.why"),
        value: (row) => (row.reasons ?? []).map(refusal).join(" "),
        cell: reason,
      },
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
      reasons: {
        id: "reasons",
        head: t("print.because"),
        filed: true,
        value: (row) => (row.because ?? []).map((one) => `${says(one.says).text} (${rule(one.rule)})`).join(" "),
        cell: () => null,
      },
    };
    return { name, way, state, columns: order[list].map((id) => all[id]!) };
  }, [t, f, org, told, says, rule, list, onFill]);
}
