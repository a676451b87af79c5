import type { Case } from "~/api/types";
import type { useF } from "~/text/format";
import type { TextId, Values } from "~/text/texts";

// What the sentences of the log are made with. The body of an event is as it was stored: old ones have fewer fields.

export type Event = Case["events"][number];
export type Body = Record<string, unknown>;

export interface Tools {
  t: (id: TextId, values?: Values) => string;
  f: ReturnType<typeof useF>;
  one: Case;
  course: (name: string) => string;
}

/** Where an event leads: a page below the creditor's, or the paper of a letter. */
export type Lead = { to: string } | { letter: number };

export interface Told {
  /** The sentence, and what belongs to it, in this order. */
  parts: (string | false | undefined)[];
  lead?: Lead | undefined;
}

export const word = (value: unknown): string => (typeof value === "string" ? value : "");
export const whole = (value: unknown): number => (typeof value === "number" ? value : 0);
export const body = (value: unknown): Body =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : {};
export const list = (value: unknown): Body[] => (Array.isArray(value) ? value.map(body) : []);
/** “38.00 NOK” as the screen's own texts have it: the sum alone. */
export const sum = (value: unknown): string => word(value).replace(/ [A-Z]{3}$/, "");
export const some = (value: unknown): boolean => /[1-9]/.test(sum(value));
/** Within a sentence. */
export const small = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** In the reader's form, or nothing where nothing was stored. */
export const dayOf = ({ f }: Tools, value: unknown): string => (word(value) ? f.day(word(value)) : "");
export const moneyOf = ({ f }: Tools, value: unknown): string => (word(value) ? f.money(sum(value)) : "");

/** What an amount is for, when it is one. */
export const amountOf = (tools: Tools, id: TextId, value: unknown) =>
  some(value) && tools.t(id, { amount: moneyOf(tools, value) });

/** The number of an invoice by its place in the case. */
export const invoiceOf = ({ one }: Tools, claim: unknown): string => one.claims[whole(claim)]?.number ?? "";
