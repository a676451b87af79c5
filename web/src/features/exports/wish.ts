import type { FieldErrors } from "react-hook-form";
import type { Status } from "~/api/types";
import type { Language } from "~/format/language";
import { readDay } from "~/format/read";
import type { TextId } from "~/text/texts";
import type { CaseExport } from "./api/exports";

// What a person wants exported: as it stands in the form, in the address, and as the server is asked.

export const whichCases = ["all", "ongoing", "inactive", "closed"] as const;
export const dates = ["registered", "closed", "invoiced", "due"] as const;
export const periods = ["this_month", "last_month", "last_week", "last_quarter", "this_year", "last_year"] as const;
export const forms = ["xlsx", "ods", "csv", "json"] as const;
export type Which = (typeof whichCases)[number];
export type DateOf = (typeof dates)[number];
export type Period = (typeof periods)[number];
export type FileForm = (typeof forms)[number];

/** The states that cases of a kind can have. */
export const statuses: Record<Which, readonly Status[]> = {
  all: ["going", "approval", "legal", "paused", "held", "paid", "withdrawn", "closed"],
  ongoing: ["going", "approval", "legal"],
  inactive: ["paused", "held"],
  closed: ["paid", "withdrawn", "closed"],
};

export type Wish = {
  whose: "this" | "all" | "some";
  /** By organisation number, when it is some. */
  creditors: string[];
  cases: Which;
  status: Status[];
  date: DateOf;
  /** "": any day; a year; a period that moves with the day; "days": from and to. */
  when: string;
  from: string;
  to: string;
  /** In their order; null: all, in the order of all. */
  columns: string[] | null;
  form: FileForm;
  name: string;
};

export const first: Wish = {
  whose: "this",
  creditors: [],
  cases: "all",
  status: [],
  date: "registered",
  when: "",
  from: "",
  to: "",
  columns: null,
  form: "xlsx",
  name: "",
};

/** By which day one usually looks at such cases. */
export const usualDate = (cases: Which): DateOf => (cases === "closed" ? "closed" : "registered");

/** The years that are offered, the newest first. */
export function years(today: string): string[] {
  const now = Number(today.slice(0, 4));
  return Array.from({ length: 12 }, (_, n) => String(now - n));
}

const isYear = (when: string) => /^\d{4}$/.test(when);
const isPeriod = (when: string): when is Period => (periods as readonly string[]).includes(when);

/** What a form asks of the wish before the server is asked; `today` reads a day without a year. */
export const faultsOf =
  (today: string) =>
  (wish: Wish): FieldErrors<Wish> => {
    const faults: Partial<Record<keyof Wish, TextId>> = {};
    if (wish.whose === "some" && wish.creditors.length === 0) faults.creditors = "exports.fault.creditors";
    if (wish.when === "days") {
      const [from, to] = [wish.from, wish.to].map((one) => readDay(one, today));
      if (wish.from.trim() && !from) faults.from = "fault.day";
      if (wish.to.trim() && !to) faults.to = "fault.day";
      if (from && to && from > to) faults.to = "exports.fault.order";
      if (!wish.from.trim() && !wish.to.trim()) faults.from = "exports.fault.days";
    }
    if (wish.columns?.length === 0) faults.columns = "exports.fault.columns";
    if (/[/\\:*?"<>|]/.test(wish.name)) faults.name = "exports.fault.name";
    else if (wish.name.trim().length > 100) faults.name = "exports.fault.long";
    return Object.fromEntries(Object.entries(faults).map(([name, message]) => [name, { type: "form", message }]));
  };

/** The form's field for the server's name of it. */
export function fieldOf(field: string): keyof Wish | undefined {
  const name = field.replace(/^ask\./, "").split(/[.[]/)[0];
  if (name === "year" || name === "period") return "when";
  return name && name in first ? (name as keyof Wish) : undefined;
}

interface Around {
  org: string;
  today: string;
  language: Language;
  /** What the file is called when nobody says. */
  name: string;
}

/** What the server is asked. Nobody's number among creditors: all with which one may export. */
export function askOf(wish: Wish, { org, today, language, name }: Around): CaseExport {
  const days = wish.when === "days";
  const states = wish.status.filter((one) => statuses[wish.cases].includes(one));
  return {
    creditors: wish.whose === "all" ? [] : wish.whose === "this" ? [org] : wish.creditors,
    cases: wish.cases,
    status: states,
    date: wish.date,
    from: (days && readDay(wish.from, today)) || null,
    to: (days && readDay(wish.to, today)) || null,
    year: isYear(wish.when) ? Number(wish.when) : null,
    period: isPeriod(wish.when) ? wish.when : null,
    columns: wish.columns ?? [],
    form: wish.form,
    name: wish.name.trim() || name,
    language,
    separator: language === "en" ? "," : ";",
  };
}

/** The wish that asks so; days as the reader's language writes them. */
export function wishOf(ask: CaseExport, org: string, day: (iso: string) => string): Wish {
  const creditors = ask.creditors ?? [];
  const cases = ask.cases ?? first.cases;
  return {
    whose: creditors.length === 0 ? "all" : creditors.length === 1 && creditors[0] === org ? "this" : "some",
    creditors,
    cases,
    status: ask.status ?? [],
    date: ask.date ?? first.date,
    when: ask.year ? String(ask.year) : (ask.period ?? (ask.from || ask.to ? "days" : "")),
    from: ask.from ? day(ask.from) : "",
    to: ask.to ? day(ask.to) : "",
    columns: ask.columns?.length ? ask.columns : null,
    form: ask.form ?? first.form,
    name: ask.name ?? "",
  };
}

/** To whom it is said, and who else is named in it. `may` are all with which one may export. */
export function runOf(ask: CaseExport, org: string, may: readonly string[]): { creditor: string; ask: CaseExport } {
  const all = ask.creditors?.length ? ask.creditors : may;
  const creditor = all.includes(org) ? org : (all[0] ?? org);
  return { creditor, ask: { ...ask, creditors: all.filter((one) => one !== creditor) } };
}

const oneOf = <V extends string>(among: readonly V[], said: string | null, usual: V): V =>
  among.find((one) => one === said) ?? usual;

/** The wish that the address tells; columns are not in it. */
export function wishIn(words: URLSearchParams, day: (iso: string) => string): Omit<Wish, "columns" | "form"> {
  const cases = oneOf(whichCases, words.get("saker"), first.cases);
  const hos = words.get("for");
  const when = words.get("naar") ?? "";
  const days = (name: string) => {
    const said = words.get(name);
    return said && /^\d{4}-\d{2}-\d{2}$/.test(said) ? day(said) : "";
  };
  return {
    whose: hos === null ? "this" : hos === "alle" ? "all" : "some",
    creditors: hos === null || hos === "alle" ? [] : hos.split(",").filter(Boolean),
    cases,
    status: (words.get("status") ?? "")
      .split(",")
      .filter((one): one is Status => (statuses[cases] as readonly string[]).includes(one)),
    date: oneOf(dates, words.get("dato"), usualDate(cases)),
    when: isYear(when) || isPeriod(when) || when === "days" ? when : "",
    from: days("fra"),
    to: days("til"),
    name: words.get("navn") ?? "",
  };
}

/** The wish as words of the address; what is as usual is left out. */
export function wordsOf(wish: Wish, today: string): Record<string, string | undefined> {
  const days = wish.when === "days";
  const states = wish.status.filter((one) => statuses[wish.cases].includes(one));
  return {
    for: wish.whose === "this" ? undefined : wish.whose === "all" ? "alle" : wish.creditors.join(",") || ",",
    saker: wish.cases === first.cases ? undefined : wish.cases,
    status: states.join(",") || undefined,
    dato: wish.date === usualDate(wish.cases) ? undefined : wish.date,
    naar: wish.when || undefined,
    fra: days ? readDay(wish.from, today) : undefined,
    til: days ? readDay(wish.to, today) : undefined,
    navn: wish.name || undefined,
  };
}

/** null when these are all, in the order of all: what comes later is then in it, too. */
export function asAll(columns: readonly string[], all: readonly string[]): string[] | null {
  return columns.length === all.length && columns.every((id, n) => id === all[n]) ? null : [...columns];
}

/** Those that are known, in their order; nothing that is left over is all. */
export function knownOf(columns: readonly string[] | null | undefined, all: readonly string[]): string[] | null {
  const known = [...new Set(columns ?? [])].filter((id) => all.includes(id));
  return known.length === 0 ? null : asAll(known, all);
}

/** Some are ticked or let go: who stays keeps the place, who comes stands last, in the order of all. */
export function ticked(columns: readonly string[], some: readonly string[], on: boolean): string[] {
  const rest = columns.filter((id) => on || !some.includes(id));
  return on ? [...rest, ...some.filter((id) => !columns.includes(id))] : rest;
}

/** One place up (-1) or down (1); at the ends it stays. */
export function moved(columns: readonly string[], id: string, way: -1 | 1): string[] {
  const at = columns.indexOf(id);
  const to = at + way;
  const other = columns[to];
  if (at < 0 || other === undefined) return [...columns];
  return columns.map((one, n) => (n === at ? other : n === to ? id : one));
}
