import type { TextId } from "~/text/texts";
import { letterStories } from "./letters";
import { moneyStories } from "./money";
import { stateStories } from "./state";
import { type Body, type Event, type Lead, type Told, type Tools, word } from "./told";

// The log of a case in sentences. Every event that the program writes has its own; story.test.tsx reads the program's
// list. One that is newer than this page is told by its name and its day.

const stories: Partial<Record<string, (e: Body, tools: Tools) => Told>> = {
  ...letterStories,
  ...moneyStories,
  ...stateStories,
};

const names: Partial<Record<string, TextId>> = {
  CaseOpened: "entry.opened",
  LetterOrdered: "story.name.ordered",
  LetterApproved: "entry.approved",
  LetterSent: "story.name.sent",
  LetterCancelled: "story.name.cancelled",
  LetterVoided: "entry.voided",
  FeeRefused: "entry.fee_refused",
  FeeReversed: "entry.fee_reversed",
  LegalReady: "entry.legal_ready",
  ChoiceAwaited: "entry.choice_awaited",
  PaymentReceived: "entry.payment",
  PaymentCovered: "story.name.covered",
  PaymentTakenBack: "story.name.taken_back",
  PaymentReturned: "entry.payment_returned",
  ClaimCredited: "entry.credit",
  ObjectionRaised: "entry.objection",
  ObjectionSettled: "entry.objection_settled",
  CasePaused: "entry.paused",
  CaseResumed: "entry.resumed",
  MailReturned: "entry.mail_returned",
  AddressFixed: "entry.address_fixed",
  DebtorBankrupt: "entry.bankrupt",
  PlanAgreed: "entry.plan_agreed",
  PlanBroken: "entry.plan_broken",
  PlanKept: "entry.plan_kept",
  ClaimsJoined: "entry.joined",
  JoinUndone: "entry.join_undone",
  CaseClosed: "closed.other",
  CaseReopened: "entry.reopened",
  LegalFiled: "entry.filed",
  HearingSet: "entry.hearing",
  DemandServed: "entry.served",
  LegalDecided: "entry.decided",
  CriteriaSet: "entry.criteria",
  LevelsSet: "entry.levels",
  CourseChanged: "entry.course_changed",
  RateAgreed: "entry.rate_agreed",
  EnforcementNoticed: "entry.enforcement_noticed",
  DocumentMade: "entry.document",
};

/** “MailReturned” as words, for what is newer than this page. */
const plain = (type: string) => type.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** What kind of event it is, in a few words. */
export function eventName(type: string, { t }: Pick<Tools, "t">): string {
  const known = names[type];
  return known ? t(known) : plain(type);
}

interface Story {
  /** The whole sentence. */
  text: string;
  /** What happened, and after it the values that belong to it. */
  what: string;
  more: string;
  lead?: Lead | undefined;
}

/** An event in a sentence with its values, and where it leads. */
export function storyOf(event: Event, tools: Tools): Story {
  const told = stories[event.type]?.(event.body, tools);
  const day = () => tools.f.day(word(event.body.on) || event.stored);
  const parts = told?.parts.filter(Boolean) ?? [tools.t("story.unknown", { what: plain(event.type), day: day() })];
  const [what = "", ...rest] = parts as string[];
  const more = `${rest.map((part) => `, ${part}`).join("")}.`;
  return { text: what + more, what, more, lead: told?.lead };
}
