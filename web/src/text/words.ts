import type { CaseRow, Status, Step } from "~/api/types";
import type { TextId } from "./texts";

// Trade words that several pages need. Every enumerator has its text, so that a new one does not compile without.

/** A state of a case in one word. */
export const statusWords: Record<Status, TextId> = {
  going: "status.going",
  approval: "status.approval",
  paused: "status.paused",
  held: "status.held",
  legal: "status.legal",
  paid: "status.paid",
  withdrawn: "status.withdrawn",
  closed: "status.closed",
};

/** The short names of steps, for tables only. */
export const stepShort: Record<Step, TextId> = {
  none: "step.none",
  nudge: "step.friendly",
  reminder: "step.reminder",
  notice: "step.notice",
  demand: "step.demand",
  rest_note: "step.rest_note",
  closing: "step.closing",
  attachment: "step.attachment",
  conciliation: "step.conciliation",
  bankruptcy: "step.bankruptcy",
};

/** How many of the four strokes a step has come. */
export const strokes: Record<Step, number> = {
  none: 0,
  nudge: 1,
  reminder: 1,
  notice: 2,
  rest_note: 2,
  closing: 4,
  demand: 3,
  attachment: 4,
  conciliation: 4,
  bankruptcy: 4,
};

const longNames: Record<string, TextId> = {
  nudge: "letter.friendly",
  reminder: "letter.reminder",
  notice: "letter.notice",
  demand: "letter.demand",
  enforcement_notice: "letter.enforcement_notice",
  rest_note: "letter.rest_note",
  closing: "letter.closing",
  attachment: "letter.attachment",
  conciliation: "letter.conciliation",
  bankruptcy: "letter.bankruptcy",
  bankruptcy_demand: "letter.bankruptcy_demand",
  letter: "letter.letter",
  released: "next.released",
  resume: "next.released",
  plan_broken: "next.plan_broken",
  lapsed: "next.lapsed",
  awaiting_choice: "next.awaiting_choice",
};

/** The full name of a letter, a step, or of what comes; undefined for a word that is new to us. */
export function longName(what: string): TextId | undefined {
  return longNames[what];
}

const channelWords: Record<string, TextId> = {
  paper: "channel.paper",
  email: "channel.email",
  digital_mailbox: "channel.digital_mailbox",
};

/** The word of a way a letter goes. */
export function channelWord(channel: string): TextId | undefined {
  return channelWords[channel.replace("-", "_")];
}

/** What comes next in one word, when it is not a step. */
export const nextShort: Record<NonNullable<CaseRow["next"]>["what"], TextId> = {
  step: "next.short.step",
  letter: "next.short.letter",
  approval: "next.short.approval",
  choice: "next.short.choice",
  release: "next.short.release",
  instalment: "next.short.instalment",
  follow_up: "next.short.follow_up",
};

const courseNames: Record<string, TextId> = {
  "no.standard": "course.standard",
  "no.debet": "course.debet",
  "no.debet.business": "course.debet-business",
};

/** The name of a course that comes with the program; a creditor's own has its own. */
export function courseName(course: string): TextId | undefined {
  return courseNames[course];
}
