import type { TextId } from "~/text/texts";
import type { Definition } from "../api/reports";

/** Where an owner looks for a report; one that is new to us stands last. */
export const groups = {
  money: ["account", "payments", "forecast", "score", "income", "vat", "books"],
  cases: ["cases", "solution", "days"],
  risk: ["ageing", "losses", "limitation", "write_offs"],
  work: ["period", "letters", "work"],
} as const;

/** The question that a report answers. */
const questions: Record<string, TextId> = {
  account: "reports.why.account",
  payments: "reports.why.payments",
  forecast: "reports.why.forecast",
  score: "reports.why.score",
  income: "reports.why.income",
  vat: "reports.why.vat",
  books: "reports.why.books",
  cases: "reports.why.cases",
  solution: "reports.why.solution",
  days: "reports.why.days",
  ageing: "reports.why.ageing",
  losses: "reports.why.losses",
  limitation: "reports.why.limitation",
  write_offs: "reports.why.write_offs",
  period: "reports.why.period",
  letters: "reports.why.letters",
  work: "reports.why.work",
};

/** The question of a report; undefined for one that is new to us. */
export const questionOf = (name: string): TextId | undefined => questions[name];

/** The reports in their groups, each group in its order; without those that the server does not have. */
export function grouped(reports: Definition[]): { group: keyof typeof groups | "other"; reports: Definition[] }[] {
  const placed = (Object.keys(groups) as (keyof typeof groups)[]).map((group) => ({
    group,
    reports: groups[group].flatMap((name) => reports.filter((one) => one.name === name)),
  }));
  const known = new Set<string>(Object.values(groups).flat());
  const others = { group: "other" as const, reports: reports.filter(({ name }) => !known.has(name)) };
  return [...placed, others].filter((one) => one.reports.length > 0);
}
