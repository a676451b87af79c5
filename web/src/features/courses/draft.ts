import { readAmount, readPercent } from "~/format/read";
import type { CourseBody } from "./api/courses";

type Body = CourseBody["steps"][number];
export type StepKind = Body["step"];
export type Channel = NonNullable<Body["channels"]>[number];

export const kinds = [
  "nudge",
  "reminder",
  "notice",
  "demand",
  "attachment",
  "conciliation",
  "bankruptcy",
] as const satisfies readonly StepKind[];
export const channels = ["paper", "email", "digital_mailbox"] as const satisfies readonly Channel[];
export const isLegal = (kind: StepKind) => kind === "attachment" || kind === "conciliation" || kind === "bankruptcy";

/** A step as it is typed; numbers are what the fields hold. */
export interface DraftStep {
  key: number;
  step: StepKind;
  fee: boolean;
  wait: string;
  deadline: string;
  enforcement: boolean;
  approval: boolean;
  channels: Channel[];
}

/** A course as it is typed. */
export interface Draft {
  describes: string;
  grace: string;
  shift: boolean;
  restAbove: string;
  restDeadline: string;
  closeAt: string;
  steps: DraftStep[];
}

let last = 0;

/** A step that is new: what is usual for its kind. */
export function freshStep(step: StepKind): DraftStep {
  last += 1;
  return {
    key: last,
    step,
    fee: step === "reminder" || step === "notice" || step === "demand",
    wait: "0",
    deadline: step === "nudge" ? "7" : isLegal(step) ? "0" : "14",
    enforcement: step === "demand",
    approval: false,
    channels: [],
  };
}

/** A course of the server as a draft; `comma` is the language's decimal sign. */
export function draftOf(course: CourseBody, comma: string): Draft {
  return {
    describes: course.describes ?? "",
    grace: String(course.grace_banking_days ?? 0),
    shift: course.shift_due_date ?? true,
    restAbove: course.rest_note_above_percent?.replace(".", comma) ?? "",
    restDeadline: String(course.rest_note_deadline_days ?? 14),
    closeAt: (course.close_at_or_below ?? "0.00").replace(".", comma),
    steps: course.steps.map((one) => ({
      ...freshStep(one.step),
      fee: one.fee ?? false,
      wait: String(one.wait_days ?? 0),
      deadline: String(one.deadline_days ?? (isLegal(one.step) ? 0 : 14)),
      enforcement: one.with_enforcement_notice ?? false,
      approval: one.approval ?? false,
      channels: one.channels ?? [],
    })),
  };
}

const wholeLike = /^\s*\d{1,9}\s*$/;
const whole = (typed: string) => (wholeLike.test(typed) ? Number(typed) : typed.trim());

/** What was typed and is no number, by the server's name of its field, and what it should be. */
export function unread(draft: Draft): { field: string; wanted: "whole" | "percent" | "amount" }[] {
  const { grace, restDeadline, restAbove, closeAt, steps } = draft;
  const found: ReturnType<typeof unread> = [];
  const days = (field: string, typed: string) => {
    if (!wholeLike.test(typed)) found.push({ field, wanted: "whole" });
  };
  for (const [n, one] of steps.entries()) {
    days(`steps[${n}].wait_days`, one.wait);
    if (!isLegal(one.step)) days(`steps[${n}].deadline_days`, one.deadline);
  }
  days("grace_banking_days", grace);
  days("rest_note_deadline_days", restDeadline);
  if (restAbove.trim() && readPercent(restAbove) === undefined)
    found.push({ field: "rest_note_above_percent", wanted: "percent" });
  if (closeAt.trim() && readAmount(closeAt) === undefined) found.push({ field: "close_at_or_below", wanted: "amount" });
  return found;
}

/** The draft as the server reads it. */
export function bodyOf(draft: Draft) {
  const percent = draft.restAbove.trim().replace(/\s*%$/, "").replace(",", ".");
  return {
    describes: draft.describes.trim(),
    country: "NO",
    grace_banking_days: whole(draft.grace),
    shift_due_date: draft.shift,
    rest_note_above_percent: percent === "" ? null : percent,
    rest_note_deadline_days: whole(draft.restDeadline),
    close_at_or_below: draft.closeAt.trim() === "" ? null : (readAmount(draft.closeAt) ?? draft.closeAt.trim()),
    steps: draft.steps.map((one) => ({
      step: one.step,
      fee: one.fee,
      wait_days: whole(one.wait),
      deadline_days: whole(one.deadline),
      with_enforcement_notice: one.enforcement,
      approval: one.approval,
      ...(one.channels.length ? { channels: one.channels } : {}),
    })),
  };
}

/** Where a step stands after it was moved; out of the list it stays. */
export function moved(steps: DraftStep[], from: number, by: number): DraftStep[] {
  const to = from + by;
  const one = steps[from];
  if (!one || to < 0 || to >= steps.length) return steps;
  const next = steps.filter((_, n) => n !== from);
  next.splice(to, 0, one);
  return next;
}
