import { useMemo } from "react";
import type { Status } from "~/api/types";
import { useF } from "~/text/format";
import { statusWords } from "~/text/words";
import { useWords } from "~/ui/list";
import type { Ask, By, Definition } from "./api/reports";
import { daysOf, type Period, periodNamed, periodsOf, usualPeriod } from "./periods";

/** The filters, by their word in the address. Days and what parts the table are choices and no filters. */
const filterNames = ["status", "kunde", "gruppe"] as const;

/** Whether a report is of some cases only when one asks so; the books, acts, and what is told of all together, are not. */
export function narrowsBy({ may }: Pick<Definition, "may">): { status: boolean; customer: boolean } {
  const ids = may.map(({ id }) => id);
  const whole = ids.length <= 1 || ids.includes("act");
  return { status: !whole && !ids.includes("account"), customer: !whole };
}

/** What the words of an address ask of a report; `today` is the day that is known when none is named. */
export function askOf(definition: Pick<Definition, "name" | "span" | "may">, words: URLSearchParams, today: string) {
  const per = words.get("per") || undefined;
  const known = per ?? today;
  const own = { from: words.get("fra") || undefined, to: words.get("til") || undefined };
  const isOwn = Boolean(own.from || own.to) && definition.span !== "standing";
  const named = periodNamed(words.get("periode"));
  const offered = named && periodsOf(definition).includes(named) ? named : usualPeriod(definition);
  const period: Period | "own" | undefined = isOwn ? "own" : offered;
  const days = isOwn ? own : offered ? daysOf(offered, known) : {};
  // What one asks of a past day ends there.
  const to = days.to && days.to > known && definition.span !== "falls" ? known : days.to;
  const offers = new Set<string>(definition.may.map(({ id }) => id));
  const by = (words.get("delt")?.split(",") ?? []).filter((one, n, all) => offers.has(one) && all.indexOf(one) === n);
  const narrows = narrowsBy(definition);
  const status = narrows.status ? (words.get("status")?.split(",") ?? []).filter((one) => one in statusWords) : [];
  const customer = narrows.customer ? Number(words.get("kunde")) || undefined : undefined;
  const group = (narrows.customer && words.get("gruppe")) || undefined;
  const ask: Ask = {
    ...(days.from ? { from: days.from } : {}),
    ...(to ? { to } : {}),
    ...(per ? { as_of: per } : {}),
    ...(by.length ? { by: by.slice(0, 5) as By[] } : {}),
    ...(status.length ? { status: status as Status[] } : {}),
    ...(customer ? { customer } : {}),
    ...(group ? { group } : {}),
  };
  return { ask, period, own, known, per };
}

/** What a report shows stands in the address. */
export function useAsk(definition: Definition) {
  const { today } = useF();
  const { words, change, to } = useWords();
  const asked = useMemo(() => askOf(definition, words, today), [definition, words, today]);
  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const filters = filterNames.filter((name) => words.get(name)).length;
  return { ...asked, words, change, to, clear, filters };
}

export type Asked = ReturnType<typeof useAsk>;
