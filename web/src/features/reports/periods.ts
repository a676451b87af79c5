import type { Definition } from "./api/reports";

// A period stands in the address by its name, so that a kept link goes on to mean last month; days of one's own stand
// there as days. Every name is counted from the day of which one asks what was known.

/** The names, each by its word in the address. */
export const periodWords = {
  this_month: "denne-maneden",
  last_month: "forrige-maned",
  this_term: "denne-termin",
  last_term: "forrige-termin",
  this_year: "i-ar",
  last_year: "i-fjor",
  last_12: "siste-12",
  all: "alt",
  next_3: "innen-3",
  next_12: "innen-12",
  next_36: "innen-36",
} as const;
export type Period = keyof typeof periodWords;

const back: Period[] = ["this_month", "last_month", "this_year", "last_year", "last_12", "all"];
/** Value added tax is reported for two months at a time. */
const terms: Period[] = ["this_term", "last_term", "this_year", "last_year", "all"];
const ahead: Period[] = ["next_3", "next_12", "next_36"];

/** Which periods a report offers; none when it says what stood on one day. */
export function periodsOf({ span, name }: Pick<Definition, "span" | "name">): Period[] {
  if (span === "standing") return [];
  if (span === "falls") return ahead;
  return name === "vat" ? terms : back;
}

/** What counts while nobody has chosen. */
export function usualPeriod({ span, name }: Pick<Definition, "span" | "name">): Period | undefined {
  if (span === "standing") return undefined;
  if (span === "falls") return "next_12";
  if (span === "registered") return "all";
  return name === "score" ? "last_12" : "this_year";
}

const two = (n: number) => String(n).padStart(2, "0");
const made = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
const parts = (day: string) => day.split("-").map(Number) as [number, number, number];

/** The same day so many months away, or the last of a month that is too short. */
export function monthsFrom(day: string, months: number): string {
  const [y, m, d] = parts(day);
  const last = new Date(Date.UTC(y, m + months, 0)).getUTCDate();
  return made(y, m - 1 + months, Math.min(d, last));
}

/** So many days later. */
export function daysFrom(day: string, days: number): string {
  const [y, m, d] = parts(day);
  return made(y, m - 1, d + days);
}

/** The days of a period, counted from a day; none later than it, but for what lies ahead. Left out: open to that side. */
export function daysOf(period: Period, from: string): { from?: string; to?: string } {
  const [y, m] = parts(from);
  const term = m - 1 - ((m - 1) % 2);
  switch (period) {
    case "this_month":
      return { from: `${y}-${two(m)}-01`, to: from };
    case "last_month":
      return { from: made(y, m - 2, 1), to: made(y, m - 1, 0) };
    case "this_term":
      return { from: made(y, term, 1), to: from };
    case "last_term":
      return { from: made(y, term - 2, 1), to: made(y, term, 0) };
    case "this_year":
      return { from: `${y}-01-01`, to: from };
    case "last_year":
      return { from: `${y - 1}-01-01`, to: `${y - 1}-12-31` };
    case "last_12":
      return { from: daysFrom(monthsFrom(from, -12), 1), to: from };
    case "all":
      return {};
    case "next_3":
      return { to: monthsFrom(from, 3) };
    case "next_12":
      return { to: monthsFrom(from, 12) };
    case "next_36":
      return { to: monthsFrom(from, 36) };
  }
}

/** The period that a word of the address names. */
export function periodNamed(word: string | null): Period | undefined {
  return (Object.keys(periodWords) as Period[]).find((name) => periodWords[name] === word);
}
