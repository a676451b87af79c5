import { expect, test } from "vitest";
import * as dates from "~/format/dates";
import nb from "~/text/more/nb.json";
import main from "~/text/nb.json";
import { type CaseExport, nameIn } from "./api/exports";
import { plannedOf, scheduleOf } from "./saved/schedule";
import { casesSay, fileSays, scheduleSays, sizeSays, usualName } from "./says";
import {
  asAll,
  askOf,
  faultsOf,
  fieldOf,
  first,
  knownOf,
  moved,
  runOf,
  ticked,
  type Wish,
  wishIn,
  wishOf,
  wordsOf,
  years,
} from "./wish";

const org = "999999999";
const today = "2026-07-06";
const day = (iso: string) => dates.day(iso, "nb");
const around = { org, today, language: "nb", name: "Saker" } as const;
const wish = (some: Partial<Wish>): Wish => ({ ...first, ...some });

test("all closed cases of a year are asked as the server reads it", () => {
  const ask = askOf(wish({ cases: "closed", date: "closed", when: "2020", status: ["paid", "held"] }), around);
  expect(ask).toEqual({
    creditors: [org],
    cases: "closed",
    // A state that such cases cannot have is left out.
    status: ["paid"],
    date: "closed",
    from: null,
    to: null,
    year: 2020,
    period: null,
    columns: [],
    form: "xlsx",
    name: "Saker",
    language: "nb",
    separator: ";",
  });
  expect(askOf(wish({ when: "last_month" }), around)).toMatchObject({ year: null, period: "last_month" });
  expect(askOf(wish({ when: "days", from: "1.1.26", to: "" }), around)).toMatchObject({ from: "2026-01-01", to: null });
  // Days that were typed before another choice was made do not count.
  expect(askOf(wish({ when: "", from: "1.1.26" }), around).from).toBeNull();
});

test("what was asked comes back as it was chosen", () => {
  for (const some of [
    {},
    { whose: "all" as const, creditors: [] },
    { whose: "some" as const, creditors: ["988077917", org] },
    { cases: "closed" as const, date: "due" as const, when: "days", from: "01.01.2026", to: "31.01.2026" },
    { when: "last_quarter", columns: ["name", "case"], form: "csv" as const, name: "Mitt" },
  ]) {
    const before = wish({ creditors: [org], name: "Saker", ...some });
    expect(wishOf(askOf(before, around), org, day)).toEqual(before);
  }
});

test("the address tells the choices, and leaves out what is as usual", () => {
  expect(Object.values(wordsOf(first, today)).filter(Boolean)).toEqual([]);
  const before = wish({
    cases: "closed",
    date: "due",
    when: "days",
    from: "01.01.2026",
    status: ["paid"],
    whose: "all",
  });
  const said = Object.entries(wordsOf(before, today)).filter((one): one is [string, string] => Boolean(one[1]));
  const { columns, form, ...rest } = before;
  expect(wishIn(new URLSearchParams(said), day)).toEqual(rest);
  expect(wishIn(new URLSearchParams("saker=closed"), day).date).toBe("closed");
  expect(wishIn(new URLSearchParams("saker=x&naar=y&dato=z&status=paid,zz&fra=tull"), day)).toMatchObject({
    cases: "all",
    when: "",
    date: "registered",
    status: ["paid"],
    from: "",
  });
});

test("each fault stands at its field", () => {
  const faults = (some: Partial<Wish>) =>
    Object.fromEntries(Object.entries(faultsOf(today)(wish(some))).map(([name, one]) => [name, one?.message]));
  expect(faults({})).toEqual({});
  expect(faults({ whose: "some" })).toEqual({ creditors: "exports.fault.creditors" });
  expect(faults({ when: "days" })).toEqual({ from: "exports.fault.days" });
  expect(faults({ when: "days", from: "31.02.2026" })).toEqual({ from: "fault.day" });
  expect(faults({ when: "days", from: "2.1.26", to: "1.1.26" })).toEqual({ to: "exports.fault.order" });
  expect(faults({ columns: [], name: "a/b" })).toEqual({
    columns: "exports.fault.columns",
    name: "exports.fault.name",
  });
  expect(["columns[2]", "ask.columns[0]", "year", "to", "name", "colour"].map(fieldOf)).toEqual([
    "columns",
    "columns",
    "when",
    "to",
    "name",
    undefined,
  ]);
});

test("several creditors are asked at one of them that is in it", () => {
  const ask: CaseExport = { creditors: ["1", "2"] };
  expect(runOf(ask, "9", ["9", "1", "2"])).toEqual({ creditor: "1", ask: { creditors: ["2"] } });
  expect(runOf({ creditors: [] }, "9", ["9", "1"])).toEqual({ creditor: "9", ask: { creditors: ["1"] } });
});

test("columns are ticked, moved and remembered in their order", () => {
  const all = ["a", "b", "c"];
  expect(ticked(["c"], ["a", "c"], true)).toEqual(["c", "a"]);
  expect(ticked(["c", "a", "b"], ["a"], false)).toEqual(["c", "b"]);
  expect(moved(all, "c", -1)).toEqual(["a", "c", "b"]);
  expect(moved(all, "a", -1)).toEqual(all);
  expect(asAll(["a", "b", "c"], all)).toBeNull();
  expect(asAll(["b", "a", "c"], all)).toEqual(["b", "a", "c"]);
  // What the server no longer knows is forgotten.
  expect(knownOf(["x", "b", "b"], all)).toEqual(["b"]);
  expect(knownOf(["x"], all)).toBeNull();
  expect(years(today)).toContain("2020");
});

const texts = { ...main, ...nb } as Record<string, string>;
const t = (id: string, values: Record<string, unknown> = {}) =>
  (texts[id] ?? `?${id}`)
    .replace(/\{(\w+), plural,.*?other \{# (.*?)\}\}/, (_, name, rest) => `${values[name]} ${rest}`)
    .replace(/\{(\w+)(?:, number)?\}/g, (_, name) => String(values[name]));
const sayings = {
  t,
  words: (iso: string) => dates.dayInWords(iso, "nb"),
  join: (words: string[]) => words.join(" og "),
  nameOf: (creditor: string) => (creditor === org ? "Fjord Rør AS" : creditor),
};

test("what will come is said in words", () => {
  const ask: CaseExport = { creditors: [org], cases: "closed", date: "closed", year: 2020, form: "xlsx", name: "Mine" };
  expect(casesSay(ask, sayings)).toBe("Avsluttede saker hos Fjord Rør AS, avsluttet i 2020.");
  expect(casesSay({ creditors: [], status: ["paid", "withdrawn"] }, sayings)).toBe(
    "Alle saker med status betalt og trukket hos alle kreditorene dine.",
  );
  expect(casesSay({ creditors: ["1", "2", "3"], date: "due", from: "2026-01-01", to: "2026-01-31" }, sayings)).toBe(
    "Alle saker hos 3 kreditorer, med eldste forfall fra og med 1. januar 2026 til og med 31. januar 2026.",
  );
  expect(fileSays(ask, 45, t)).toBe("Alle 45 kolonner, som Excel-bok (XLSX) med navnet «Mine.xlsx».");
  expect(usualName(ask, t)).toBe("Avsluttede saker 2020");
  expect(usualName({ period: "last_month" }, t)).toBe("Alle saker forrige måned");
});

test("days of a schedule are said and kept", () => {
  for (const schedule of [null, { every: "day" }, { every: "week", on: 5 }, { every: "month", on: 31 }] as const)
    expect(scheduleOf(plannedOf(schedule))).toEqual(schedule);
  expect(scheduleSays({ every: "week", on: 5 }, t)).toBe("Hver fredag");
  expect(scheduleSays({ every: "month", on: 31 }, t)).toBe("Siste dag i måneden");
  expect(scheduleSays({ every: "month", on: 1 }, t)).toBe("Den 1. i måneden");
});

test("a file has its name and its size", () => {
  expect(nameIn("attachment; filename*=UTF-8''%C3%85rets%20saker.xlsx")).toBe("Årets saker.xlsx");
  expect(nameIn('attachment; filename="a.csv"')).toBe("a.csv");
  expect(nameIn(null)).toBeUndefined();
  expect([sizeSays(12, t), sizeSays(1234, t), sizeSays(2_340_000, t)]).toEqual(["1 kB", "1 kB", "2.3 MB"]);
});
