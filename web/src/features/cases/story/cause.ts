import type { TextId, Values } from "~/text/texts";
import type { Tools } from "./told";

type Say = (rest: string, tools: Tools) => [TextId, Values?];

const onDay =
  (id: TextId): Say =>
  (rest, { f }) => [id, { day: /^\d{4}-\d\d-\d\d/.test(rest) ? f.day(rest) : rest }];
const last = (rest: string) => rest.split(/[/:]/).at(-1) ?? "";
const first = (rest: string) => rest.split("/")[0] ?? "";

// What an event came of, by the word that the program wrote before the colon.
const causes: Partial<Record<string, Say>> = {
  night: onDay("cause.night"),
  start: onDay("cause.start"),
  hand: onDay("cause.hand"),
  automation: onDay("cause.automation"),
  posted: (rest) => ["cause.posted", { n: last(rest) }],
  returned: (rest) => ["cause.returned", { n: last(rest) }],
  payment: () => ["cause.payment"],
  reversed: () => ["cause.reversed"],
  ledger: (rest) => ["cause.ledger", { invoice: last(rest) }],
  merge: (rest) => ["cause.merge", { case: first(rest), other: last(rest) }],
  unmerge: (rest) => ["cause.unmerge", { case: first(rest), other: last(rest) }],
  moved: (rest) => ["cause.moved", { case: first(rest) }],
  "taken-back": () => ["cause.taken-back"],
  "import-undone": (rest) => ["cause.import-undone", { n: rest }],
  refund: (rest) => ["cause.refund", { n: rest }],
  practice: () => ["cause.practice"],
};

/** What an event came of, in words; a cause that is new to us as it was stored. */
export function causeOf(cause: string | undefined, tools: Tools): string {
  if (!cause) return "";
  const [kind = "", ...rest] = cause.split(":");
  const say = causes[kind];
  return say ? tools.t(...say(rest.join(":"), tools)) : cause;
}
