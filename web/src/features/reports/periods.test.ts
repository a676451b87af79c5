import { expect, test } from "vitest";
import { every, ticks } from "./chart/scale";
import { daysOf, monthsFrom, type Period, periodNamed, periodsOf, periodWords, usualPeriod } from "./periods";
import { askOf } from "./useAsk";

test.each<[Period, string, string | undefined, string | undefined]>([
  ["this_month", "2026-07-06", "2026-07-01", "2026-07-06"],
  ["last_month", "2026-07-06", "2026-06-01", "2026-06-30"],
  ["last_month", "2026-01-31", "2025-12-01", "2025-12-31"],
  ["last_month", "2028-03-31", "2028-02-01", "2028-02-29"],
  ["this_term", "2026-07-06", "2026-07-01", "2026-07-06"],
  ["this_term", "2026-08-06", "2026-07-01", "2026-08-06"],
  ["last_term", "2026-07-06", "2026-05-01", "2026-06-30"],
  ["last_term", "2026-02-06", "2025-11-01", "2025-12-31"],
  ["this_year", "2026-07-06", "2026-01-01", "2026-07-06"],
  ["last_year", "2026-07-06", "2025-01-01", "2025-12-31"],
  ["last_12", "2026-07-06", "2025-07-07", "2026-07-06"],
  ["last_12", "2028-02-29", "2027-03-01", "2028-02-29"],
  ["all", "2026-07-06", undefined, undefined],
  ["next_3", "2026-11-30", undefined, "2027-02-28"],
  ["next_12", "2026-07-06", undefined, "2027-07-06"],
])("%s, seen from %s", (period, from, first, last) => {
  const days = daysOf(period, from);
  expect([days.from, days.to]).toEqual([first, last]);
});

test("a month that is too short ends on its last day", () => {
  expect(monthsFrom("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthsFrom("2026-03-31", -1)).toBe("2026-02-28");
  expect(monthsFrom("2026-12-15", 2)).toBe("2027-02-15");
});

test("every period has a word of its own, and a report offers what counts when nobody chooses", () => {
  const words = Object.values(periodWords);
  expect(new Set(words).size).toBe(words.length);
  for (const name of Object.keys(periodWords) as Period[]) expect(periodNamed(periodWords[name])).toBe(name);
  expect(periodNamed("noe")).toBeUndefined();
  for (const span of ["happened", "registered", "falls"] as const)
    for (const name of ["payments", "vat", "score"])
      expect(periodsOf({ span, name })).toContain(usualPeriod({ span, name: span === "happened" ? name : "cases" }));
  expect(periodsOf({ span: "standing", name: "ageing" })).toEqual([]);
});

const head = (id: string) => ({ id, head: id }) as never;
const payments = {
  name: "payments",
  span: "happened" as const,
  may: ["month", "case", "customer", "status"].map(head),
};
const asked = (words: string, of = payments) => askOf(of, new URLSearchParams(words), "2026-07-06").ask;

test("the address says what is asked", () => {
  expect(asked("")).toEqual({ from: "2026-01-01", to: "2026-07-06" });
  expect(
    asked("periode=forrige-maned&delt=status,month,noe,status&status=going,tull&kunde=7&gruppe=Borettslag"),
  ).toEqual({
    from: "2026-06-01",
    to: "2026-06-30",
    by: ["status", "month"],
    status: ["going"],
    customer: 7,
    group: "Borettslag",
  });
  // A past day: the periods are counted from it, and nothing is asked of days after it.
  expect(asked("per=2026-03-15&periode=forrige-maned")).toEqual({
    as_of: "2026-03-15",
    from: "2026-02-01",
    to: "2026-02-28",
  });
  expect(asked("per=2026-03-15&fra=2026-03-01&til=2026-04-01")).toEqual({
    as_of: "2026-03-15",
    from: "2026-03-01",
    to: "2026-03-15",
  });
  // A word of another report is no word of this one.
  expect(asked("periode=innen-3")).toEqual(asked(""));
});

test("the books and what is told of all together are not narrowed", () => {
  const books = { ...payments, name: "books", may: ["account", "month", "customer"].map(head) };
  expect(asked("periode=alt&status=going&kunde=7", books)).toEqual({ customer: 7 });
  const forecast = { name: "forecast", span: "standing" as const, may: ["week"].map(head) } as never;
  expect(
    askOf(forecast, new URLSearchParams("status=going&kunde=7&gruppe=A&fra=2026-01-01"), "2026-07-06").ask,
  ).toEqual({});
});

test("a grid has round numbers from below the least to above the most", () => {
  expect(ticks(0, 13_000)).toEqual([0, 5000, 10_000, 15_000]);
  expect(ticks(0, 0)).toEqual([0, 1]);
  expect(ticks(-40, 90)).toEqual([-50, 0, 50, 100]);
  expect(ticks(0, 0.28)).toHaveLength(4);
  expect(every(12, 600, 50)).toBe(1);
  expect(every(36, 600, 50)).toBe(3);
});
