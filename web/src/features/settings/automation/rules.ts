import type { Automation, AutomationRules } from "~/api/automation";
import { readAmount, readDay } from "~/format/read";
import type { TextId } from "~/text/texts";

export interface StillRow {
  from: string;
  until: string;
  why: string;
}

export type Level = AutomationRules["start"];
export type Customer = NonNullable<AutomationRules["customers"]>[number];

/** The acts that have a level, as they stand in the rules. */
export const levelNames = ["send", "rest_note", "close", "legal"] as const;
export type LevelName = (typeof levelNames)[number];

/** The same of one customer, whose start has one, too. */
export const customerNames = ["start", ...levelNames] as const;

/** The rules as they are typed. */
export interface Typed {
  start: AutomationRules["start"];
  least: string;
  days: string;
  kinds: NonNullable<AutomationRules["kinds"]>;
  skip: boolean;
  excluded: number[];
  groups: string[];
  /** What stands in the field for one more. */
  group: string;
  still: StillRow[];
  approve: NonNullable<AutomationRules["approve"]>;
  rest: string;
  close: string;
  levels: Record<LevelName, Level>;
  customers: Customer[];
}

export type Faults = Partial<Record<"least" | "days" | "group" | "still" | "rest" | "close", TextId>>;

const usual: Typed["levels"] = { send: "do", rest_note: "do", close: "do", legal: "do" };
const shown = (amount: string | null | undefined) => amount?.replace(".", ",") ?? "";
const percent = (typed: string) => typed.trim().replace(/\s*%$/, "").replace(",", ".");

export function typedOf(now: Automation): Typed {
  return {
    start: now.start,
    least: shown(now.least_open),
    days: String(now.days_overdue ?? 1),
    kinds: now.kinds ?? [],
    skip: now.skip_incomplete ?? false,
    excluded: now.excluded ?? [],
    groups: now.excluded_groups ?? [],
    group: "",
    still: (now.still ?? []).map((one) => ({ from: one.from, until: one.until, why: one.why ?? "" })),
    approve: now.approve ?? [],
    rest: shown(now.rest_note_above_percent),
    close: shown(now.close_at_or_below),
    levels: { ...usual, ...now.levels },
    customers: now.customers ?? [],
  };
}

const longest = 60;

/** Why what stands in the field is no further group; an empty field is none. */
export function groupFault({ groups, group }: Typed): TextId | undefined {
  if ([...group.trim()].length > longest) return "auto.groups.long";
  return groups.includes(group.trim()) ? "auto.groups.known" : undefined;
}

/** The groups with the one that stands in the field. */
export const withGroup = ({ groups, group }: Typed) => (group.trim() ? [...groups, group.trim()] : groups);

const anyYear = "2026-01-01";
const amountOr = (typed: string) => typed.trim() === "" || readAmount(typed) !== undefined;

/** What cannot be read; the server decides the rest. */
export function ruleFaults(typed: Typed): Faults {
  const faults: Faults = {};
  if (!amountOr(typed.least)) faults.least = "fault.amount";
  if (!amountOr(typed.close)) faults.close = "fault.amount";
  if (!/^\d{1,4}$/.test(typed.days.trim())) faults.days = "fault.whole";
  const group = groupFault(typed);
  if (group) faults.group = group;
  if (typed.rest.trim() !== "" && !/^\d{1,3}(\.\d+)?$/.test(percent(typed.rest))) faults.rest = "automation.percent";
  if (typed.still.some((one) => !readDay(one.from, anyYear) || !readDay(one.until, anyYear)))
    faults.still = "fault.day";
  return faults;
}

/** The rules as the server takes them. */
export function wishOf(typed: Typed): AutomationRules {
  return {
    start: typed.start,
    least_open: typed.least.trim() ? (readAmount(typed.least) ?? null) : null,
    days_overdue: Number(typed.days),
    kinds: typed.kinds,
    excluded: typed.excluded,
    excluded_groups: withGroup(typed),
    still: typed.still.map((one) => ({
      from: readDay(one.from, anyYear) ?? one.from,
      until: readDay(one.until, anyYear) ?? one.until,
      ...(one.why.trim() ? { why: one.why.trim() } : {}),
    })),
    skip_incomplete: typed.skip,
    approve: typed.approve,
    rest_note_above_percent: typed.rest.trim() ? percent(typed.rest) : null,
    close_at_or_below: typed.close.trim() ? (readAmount(typed.close) ?? null) : null,
    levels: typed.levels,
    customers: typed.customers,
  };
}
