import type { Act, ActKind, ActOffer } from "~/api/types";
import { readAmount, readDay, readPercent } from "~/format/read";
import { rules } from "~/ui/form";

export type FieldName =
  | "until"
  | "first"
  | "on"
  | "amount"
  | "claim"
  | "every_days"
  | "count"
  | "groundless"
  | "outcome"
  | "reference"
  | "why"
  | "course"
  | "rate";

/** What each act asks for; the others need no words. */
export const asked: Partial<Record<ActKind, FieldName[]>> = {
  pause: ["until"],
  withdraw: ["why"],
  object: ["groundless"],
  plan: ["first", "every_days", "count"],
  credit: ["claim", "amount", "on"],
  filed: ["on", "reference"],
  hearing: ["on"],
  served: ["on"],
  noticed: ["on"],
  decided: ["outcome", "on", "reference"],
  course: ["course"],
  interest: ["claim", "rate"],
};

/** What may be typed into each. */
export const shapes = {
  until: rules.optionalDay("fault.day"),
  first: rules.day("fault.day"),
  on: rules.optionalDay("fault.day"),
  amount: rules.amount("fault.amount"),
  claim: rules.text(),
  every_days: rules.whole("fault.whole"),
  count: rules.whole("fault.whole"),
  groundless: rules.truth(),
  outcome: rules.text(),
  reference: rules.text(),
  why: rules.text(),
  course: rules.required("move.choose"),
  rate: rules.optionalPercent("interest.rate.fault"),
};

type Typed = Record<string, unknown>;

const put: Record<FieldName, (words: Act, value: string, today: string) => void> = {
  until: (words, value, today) => day(words, "until", value, today),
  first: (words, value, today) => day(words, "first", value, today),
  on: (words, value, today) => day(words, "on", value, today),
  amount: (words, value) => {
    words.amount = readAmount(value) ?? "";
  },
  claim: (words, value) => {
    if (value) words.claim = value;
  },
  every_days: (words, value) => {
    words.every_days = Number(value);
  },
  count: (words, value) => {
    words.count = Number(value);
  },
  groundless: (words, value) => {
    words.groundless = value === "true";
  },
  outcome: (words, value) => {
    words.outcome = value as NonNullable<Act["outcome"]>;
  },
  reference: (words, value) => {
    if (value.trim()) words.reference = value.trim();
  },
  why: (words, value) => {
    if (value) words.why = value as NonNullable<Act["why"]>;
  },
  course: (words, value) => {
    words.course = value;
  },
  rate: (words, value) => {
    words.rate = readPercent(value) ?? null;
  },
};

function day(words: Act, name: "until" | "first" | "on", value: string, today: string): void {
  const read = readDay(value, today);
  if (read) words[name] = read;
}

/** The act as the server takes it: what is offered, with what was typed. */
export function wishOf(offer: ActOffer, typed: Typed, today: string): Act {
  const words: Act = { act: offer.act };
  if (offer.letter) words.letter = offer.letter;
  if (offer.other) words.other = offer.other;
  if (offer.kind && (offer.act === "legal" || offer.act === "filed"))
    words.kind = offer.kind as NonNullable<Act["kind"]>;
  for (const name of asked[offer.act] ?? []) put[name](words, String(typed[name] ?? ""), today);
  return words;
}

/** The field that a refusal is about, when it does not say so itself. */
export function placeOf(refusal: { code: string; detail?: string | undefined }): FieldName | undefined {
  if (refusal.code !== "plan.terms") return places[refusal.code];
  if (refusal.detail?.startsWith("the first instalment")) return "first";
  if (refusal.detail?.startsWith("instalments are")) return "every_days";
  return refusal.detail?.startsWith("a plan has") ? "count" : undefined;
}

const places: Record<string, FieldName> = {
  "rate.range": "rate",
  "rate.same": "rate",
  "pause.until": "until",
  "move.same": "course",
  "credit.amount": "amount",
  "credit.nothing_left": "amount",
  "credit.future": "on",
  "legal.future": "on",
  "legal.day": "on",
  "legal.reference": "reference",
};
