import { expect, test } from "vitest";
import { clock, day, dayInWords, daysBetween, dayThisYear, relative, weekdayInWords } from "./dates";
import { type Language, languageOf } from "./language";
import { count, isNegative, isZero, money, percent } from "./money";
import { readAmount, readDay } from "./read";

const s = "\u00a0";
const rows: { language: Language; [what: string]: string }[] = [
  {
    language: "nb",
    money: `12${s}761,31`,
    minus: `\u22126${s}000,00`,
    large: `90${s}071${s}992${s}547${s}409${s}931,07`,
    rate: `12,25${s}%`,
    day: "06.07.2026",
    short: "06.07.",
    words: "6. juli 2026",
    weekday: "mandag 6. juli",
    tomorrow: "i morgen",
    clock: "07.42",
  },
  {
    language: "nn",
    money: `12${s}761,31`,
    minus: `\u22126${s}000,00`,
    large: `90${s}071${s}992${s}547${s}409${s}931,07`,
    rate: `12,25${s}%`,
    day: "06.07.2026",
    short: "06.07.",
    words: "6. juli 2026",
    weekday: "måndag 6. juli",
    tomorrow: "i morgon",
    clock: "07.42",
  },
  {
    language: "sv",
    money: `12${s}761,31`,
    minus: `\u22126${s}000,00`,
    large: `90${s}071${s}992${s}547${s}409${s}931,07`,
    rate: `12,25${s}%`,
    day: "2026-07-06",
    short: "07-06",
    words: "6 juli 2026",
    weekday: "måndag 6 juli",
    tomorrow: "i morgon",
    clock: "07:42",
  },
  {
    language: "en",
    money: "12,761.31",
    minus: "\u22126,000.00",
    large: "90,071,992,547,409,931.07",
    rate: "12.25%",
    day: "6 Jul 2026",
    short: "6 Jul",
    words: "6 July 2026",
    weekday: "Monday 6 July",
    tomorrow: "tomorrow",
    clock: "07:42",
  },
];

test.each(rows)("money, rates, days and times in $language", (row) => {
  const l = row.language;
  expect(money("12761.31", l)).toBe(row.money);
  expect(money("-6000.00", l)).toBe(row.minus);
  expect(money("90071992547409931.07", l)).toBe(row.large);
  expect(percent("12.25", l)).toBe(row.rate);
  expect(day("2026-07-06", l)).toBe(row.day);
  expect(dayThisYear("2026-07-06", "2026-01-01", l)).toBe(row.short);
  expect(dayThisYear("2026-07-06", "2025-12-31", l)).toBe(row.day);
  expect(dayInWords("2026-07-06", l)).toBe(row.words);
  expect(weekdayInWords("2026-07-06", l)).toBe(row.weekday);
  expect(relative("2026-07-07", "2026-07-06", l)).toBe(row.tomorrow);
  expect(relative("2026-07-17", "2026-07-06", l)).toBeUndefined();
  expect(clock("2026-07-06T05:42:00Z", l)).toBe(row.clock);
});

test("counts, signs and distances", () => {
  expect(count(1240, "nb")).toBe(`1${s}240`);
  expect(count(1240, "en")).toBe("1,240");
  expect(isNegative("-0.00")).toBe(false);
  expect(isNegative("-0.01")).toBe(true);
  expect(isZero("0.00")).toBe(true);
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});

test.each([
  ["6.7.26", "2026-07-06"],
  ["060726", "2026-07-06"],
  ["06072026", "2026-07-06"],
  ["2026-07-06", "2026-07-06"],
  ["6/7-26", "2026-07-06"],
  ["6. juli 2026", "2026-07-06"],
  ["6 Jul 2026", "2026-07-06"],
  ["5 may 26", "2026-05-05"],
  ["06.07.", "2026-07-06"],
  ["31.6.26", undefined],
  ["29.2.26", undefined],
  ["i morgen", undefined],
  ["", undefined],
])("the day “%s” is read as %s", (typed, day) => expect(readDay(typed, "2026-01-15")).toBe(day));

test.each([
  ["18400", "18400.00"],
  ["18 400,5", "18400.50"],
  ["18\u00a0400,00", "18400.00"],
  ["18.400,00", "18400.00"],
  ["18,400.00", "18400.00"],
  ["18400.5 kr", "18400.50"],
  ["0012,5", "12.50"],
  ["12.761", "12761.00"],
  ["\u2212500", "-500.00"],
  ["18.400.5", undefined],
  ["12,345", "12345.00"],
  ["1,2345", undefined],
  ["ti kroner", undefined],
  ["", undefined],
])("the amount “%s” is read as %s", (typed, amount) => expect(readAmount(typed)).toBe(amount));

test("a language is the first wish that we have", () => {
  expect(languageOf(["de-DE", "sv-FI"])).toBe("sv");
  expect(languageOf(["no"])).toBe("nb");
  expect(languageOf([])).toBe("nb");
});
