import type { Case } from "~/api/types";
import type { TextId } from "~/text/texts";
import { handWords, outcomeWord, withdrawals } from "../words";
import { instalments, invoices, nameOf } from "./letters";
import { thatDay } from "./money";
import {
  amountOf,
  type Body,
  body,
  dayOf,
  type Lead,
  moneyOf,
  small,
  type Told,
  type Tools,
  whole,
  word,
} from "./told";

// How the case began, stood still, went on and ended.

const closings: Partial<Record<string, TextId>> = {
  paid: "story.closed.paid",
  small_rest: "story.closed.small_rest",
  credited: "story.closed.credited",
  withdrawn: "story.closed.withdrawn",
  lapsed: "story.closed.lapsed",
};

const onDay =
  (id: TextId, shown?: string) =>
  (e: Body, tools: Tools): Told => ({
    parts: [tools.t(id, { day: dayOf(tools, e.on) })],
    lead: { to: `saker/${tools.one.case}${shown ? `?vis=${shown}` : ""}` },
  });

const other = (n: unknown): Lead => ({ to: `saker/${whole(n)}` });
const courseLead = (name: string): Lead => ({ to: `lop/ett?navn=${encodeURIComponent(name)}` });

function closed(e: Body, tools: Tools): Told {
  const { t } = tools;
  const day = dayOf(tools, e.on);
  if (whole(e.into) > 0)
    return { parts: [t("story.closed.merged", { case: whole(e.into), day })], lead: other(e.into) };
  const why = withdrawals[word(e.withdrawal) as keyof typeof withdrawals];
  const given = [
    amountOf(tools, "story.part.principal", e.principal),
    amountOf(tools, "story.part.interest", e.interest),
    amountOf(tools, "story.cover.costs", e.costs),
  ].filter(Boolean);
  return {
    parts: [
      t(closings[word(e.reason)] ?? "story.closed.other", { day }),
      why && small(t(why)),
      given.length > 0 && t("story.given_up", { parts: given.join(", ") }),
    ],
    lead: thatDay(e, tools),
  };
}

function filed(e: Body, tools: Tools): Told {
  const filing = body(e.filing);
  return {
    parts: [
      tools.t("story.filed", { letter: nameOf(tools, word(filing.kind)), day: dayOf(tools, filing.on) }),
      word(filing.reference) && tools.t("story.reference", { reference: word(filing.reference) }),
      amountOf(tools, "story.court_fee", filing.fee),
      amountOf(tools, "story.writing", filing.writing),
      word(filing.hearing) && tools.t("story.hearing_on", { day: dayOf(tools, filing.hearing) }),
    ],
    lead: { to: `saker/${tools.one.case}?vis=dokumenter` },
  };
}

export const stateStories = {
  CaseOpened: (e: Body, tools: Tools): Told => {
    const { name } = body(e.course);
    return {
      parts: [
        tools.t("story.opened", { day: dayOf(tools, e.on) }),
        ...invoices(tools, e.claims),
        word(name) && tools.t("story.course", { course: tools.course(word(name)) }),
      ],
      lead: { to: `saker/${tools.one.case}` },
    };
  },
  LegalReady: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.legal_ready", { letter: nameOf(tools, word(e.kind)), day: dayOf(tools, e.on) })],
    lead: { to: `saker/${tools.one.case}?vis=handlinger` },
  }),
  ChoiceAwaited: onDay("story.choice_awaited", "handlinger"),
  ObjectionRaised: (e: Body, tools: Tools) =>
    onDay(e.groundless === true ? "story.objection_groundless" : "story.objection", "notater")(e, tools),
  ObjectionSettled: onDay("story.objection_settled", "notater"),
  CasePaused: (e: Body, tools: Tools): Told => {
    const { parts, lead } = onDay("story.paused")(e, tools);
    return { parts: [...parts, word(e.until) && tools.t("story.until", { day: dayOf(tools, e.until) })], lead };
  },
  CaseResumed: onDay("story.resumed"),
  AddressFixed: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.address_fixed", { day: dayOf(tools, e.on) })],
    lead: { to: `skyldnere/${tools.one.debtor.debtor}` },
  }),
  DebtorBankrupt: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.bankrupt", { day: dayOf(tools, e.on) })],
    lead: { to: `skyldnere/${tools.one.debtor.debtor}` },
  }),
  PlanAgreed: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.plan_agreed", { day: dayOf(tools, e.on) }), ...instalments(tools, e.instalments)],
    lead: { to: `saker/${tools.one.case}` },
  }),
  PlanBroken: (e: Body, tools: Tools): Told => ({
    parts: [
      tools.t("story.plan_broken", { day: dayOf(tools, e.on) }),
      word(e.missed) && tools.t("story.missed", { day: dayOf(tools, e.missed) }),
    ],
    lead: { to: `saker/${tools.one.case}` },
  }),
  PlanKept: onDay("story.plan_kept"),
  // Without a case that they came from, they are invoices that were added to this one.
  ClaimsJoined: (e: Body, tools: Tools): Told => {
    const from = whole(e.from_case);
    const day = dayOf(tools, e.on);
    return {
      parts: [
        from > 0 ? tools.t("story.joined", { case: from, day }) : tools.t("story.added", { day }),
        ...invoices(tools, e.claims),
      ],
      lead: other(from > 0 ? from : tools.one.case),
    };
  },
  JoinUndone: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.join_undone", { case: whole(e.other), day: dayOf(tools, e.on) })],
    lead: other(e.other),
  }),
  CaseClosed: closed,
  CaseReopened: onDay("story.reopened"),
  LegalFiled: filed,
  HearingSet: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.hearing", { hearing: dayOf(tools, e.hearing), day: dayOf(tools, e.on) })],
    lead: { to: `saker/${tools.one.case}` },
  }),
  DemandServed: onDay("story.served", "dokumenter"),
  LegalDecided: (e: Body, tools: Tools): Told => {
    const known = outcomeWord(word(e.outcome));
    const outcome = known ? small(tools.t(known)) : word(e.outcome).replaceAll("_", " ");
    return {
      parts: [
        tools.t("story.decided", { outcome, day: dayOf(tools, e.on) }),
        word(e.reference) && tools.t("story.reference", { reference: word(e.reference) }),
      ],
      lead: { to: `saker/${tools.one.case}` },
    };
  },
  CriteriaSet: (e: Body, tools: Tools): Told => ({
    parts: [
      tools.t(e.own === false ? "story.criteria" : "story.criteria_own", { day: dayOf(tools, e.on) }),
      word(e.rest_note_above_percent) &&
        tools.t("story.rest_above", { percent: tools.f.percent(word(e.rest_note_above_percent)) }),
      word(e.close_at_or_below) && tools.t("story.close_below", { amount: moneyOf(tools, e.close_at_or_below) }),
    ],
    lead: { to: `saker/${tools.one.case}?vis=handlinger` },
  }),
  LevelsSet: (e: Body, tools: Tools): Told => {
    const levels = { send: "do", rest_note: "do", close: "do", legal: "do", ...body(e.levels) } as Case["levels"];
    const hand = handWords({ levels }).map((id) => small(tools.t(id)));
    return {
      parts: [
        tools.t("story.levels", { day: dayOf(tools, e.on) }),
        ...(hand.length > 0 ? hand : [tools.t("story.levels.all")]),
      ],
      lead: { to: `saker/${tools.one.case}` },
    };
  },
  CourseChanged: (e: Body, tools: Tools): Told => {
    const { name, version } = body(e.course);
    return {
      parts: [
        tools.t("story.moved", {
          course: tools.course(word(name)),
          version: whole(version),
          day: dayOf(tools, e.on),
        }),
      ],
      lead: courseLead(word(name)),
    };
  },
};
