import type { Act, ActOffer, Case, TimelineEntry } from "~/api/types";
import type { TextId, Values } from "~/text/texts";
import { longName } from "~/text/words";

// What is said of a case, by the server's words. A word that is new to us is shown as it is.

const entryWords: Record<string, TextId> = {
  due: "entry.due",
  choice: "entry.choice",
  release: "next.released",
  plan_breaks: "next.plan_broken",
  lapse: "next.lapsed",
  note: "entry.note",
  opened: "entry.opened",
  approved: "entry.approved",
  voided: "entry.voided",
  fee_refused: "entry.fee_refused",
  fee_reversed: "entry.fee_reversed",
  legal_ready: "entry.legal_ready",
  choice_awaited: "entry.choice_awaited",
  payment: "entry.payment",
  payment_returned: "entry.payment_returned",
  credit: "entry.credit",
  objection: "entry.objection",
  objection_groundless: "entry.objection_groundless",
  objection_settled: "entry.objection_settled",
  paused: "entry.paused",
  resumed: "entry.resumed",
  mail_returned: "entry.mail_returned",
  address_fixed: "entry.address_fixed",
  bankrupt: "entry.bankrupt",
  plan_agreed: "entry.plan_agreed",
  instalment: "entry.instalment",
  plan_broken: "entry.plan_broken",
  plan_kept: "entry.plan_kept",
  joined: "entry.joined",
  join_undone: "entry.join_undone",
  filed: "entry.filed",
  hearing: "entry.hearing",
  served: "entry.served",
  enforcement_noticed: "entry.enforcement_noticed",
  document: "entry.document",
  decided: "entry.decided",
  criteria: "entry.criteria",
  levels: "entry.levels",
  course_changed: "entry.course_changed",
  reopened: "entry.reopened",
};

/** Why a payment left the case. */
const takenBack: Record<string, TextId> = {
  moved: "entry.taken_back.moved",
  bank: "entry.taken_back.bank",
  mistake: "entry.taken_back.mistake",
};

const closings: Record<string, TextId> = {
  paid: "closed.paid",
  small_rest: "closed.small_rest",
  credited: "closed.credited",
  withdrawn: "closed.withdrawn",
  lapsed: "closed.lapsed",
  merged: "closed.merged",
};

/** How a court or an office may decide. */
export const outcomes: Record<NonNullable<Act["outcome"]>, TextId> = {
  attachment_taken: "outcome.attachment_taken",
  nothing_to_seize: "outcome.nothing_to_seize",
  judgment: "outcome.judgment",
  settlement: "outcome.settlement",
  dismissed: "outcome.dismissed",
  withdrawn: "outcome.withdrawn",
  estate_opened: "outcome.estate_opened",
};

/** Why a creditor gives a claim up. */
export const withdrawals: Record<NonNullable<Act["why"]>, TextId> = {
  mistaken: "withdrawal.mistaken",
  paid_directly: "withdrawal.paid_directly",
  disputed: "withdrawal.disputed",
  agreed: "withdrawal.agreed",
  goodwill: "withdrawal.goodwill",
  not_worth_it: "withdrawal.not_worth_it",
  other: "withdrawal.other",
};

const levelled = ["send", "rest_note", "close", "legal"] as const;

/** What does not happen by itself in a case, each in a few words. */
export function handWords({ levels }: Pick<Case, "levels">): TextId[] {
  return levelled.flatMap((act) => {
    const level = levels[act];
    return level === "do" ? [] : [`levels.${act}.${level}` as const];
  });
}

/** What comes next, in a few words. */
export const nextWord = (what: string): TextId | undefined => longName(what) ?? entryWords[what];

export const closingWord = (reason: string): TextId => closings[reason] ?? "closed.other";
export const outcomeWord = (outcome: string): TextId | undefined => outcomes[outcome as NonNullable<Act["outcome"]>];

type Said = { id: TextId; values?: Values } | { raw: string };

/** Whether money came in by it, and did not go out. */
export const broughtMoney = ({ state, what }: TimelineEntry) =>
  state === "money" && what !== "payment_taken_back" && what !== "payment_returned";

/** The head of an entry of the timeline. */
export function entryName(entry: TimelineEntry): Said {
  if (entry.what === "invoice") return { id: "today.invoice", values: { invoice: entry.claim } };
  if (entry.what === "letter" || entry.what === "legal") {
    const name = longName(entry.kind ?? "letter");
    return name ? { id: name } : { raw: entry.kind ?? entry.what };
  }
  if (entry.what === "rate_agreed") return { id: entry.kind ? "entry.rate_agreed" : "entry.rate_statutory" };
  if (entry.what === "payment_taken_back") return { id: takenBack[entry.kind ?? ""] ?? "entry.taken_back.moved" };
  if (entry.what === "closed") return { id: closingWord(entry.kind ?? "") };
  const id = entryWords[entry.what] ?? longName(entry.what);
  return id ? { id } : { raw: entry.what.replaceAll("_", " ") };
}

const costs: Record<string, TextId> = {
  compensation: "cost.compensation",
  set_off: "cost.set_off",
  reversal: "cost.reversal",
  salaer_light: "cost.salaer_light",
  salaer_heavy: "cost.salaer_heavy",
  salaer_vat: "cost.salaer_vat",
  plan_fee: "cost.plan_fee",
  court_fee: "cost.court_fee",
  writing_fee: "cost.writing_fee",
};

/** What a cost is for. */
export const costWord = (kind: string): TextId | undefined => costs[kind] ?? longName(kind);

/** What is said before an act that asks first, and after one is done. */
export const actTexts: Partial<Record<ActOffer["act"], TextId>> = {
  pause: "pause.text",
  withdraw: "withdraw.text",
  object: "object.text",
  returned_mail: "returned.text",
  bankrupt: "bankrupt.text",
  plan: "plan.text",
  credit: "credit.text",
  legal: "legal.text",
  reset_letter: "reset.text",
  merge: "merge.text",
  unmerge: "unmerge.text",
  take_step: "take-step.text",
  close_rest: "close-rest.text",
  course: "move.text",
  interest: "interest.text",
  reopen: "reopen.text",
};
