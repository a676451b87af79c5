import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dayInWords } from "~/format/dates";
import { type Language, languages } from "~/format/language";
import { count, money } from "~/format/money";
import main from "../nb.json";
import sentences from "../sentences.json";
import en from "./en.json";
import nb from "./nb.json";
import nn from "./nn.json";
import sv from "./sv.json";
import { makeWords } from "./words";

const texts = { nb, nn, en, sv };
const words = Object.fromEntries(languages.map((one) => [one, makeWords(one, texts[one])])) as Record<
  Language,
  ReturnType<typeof makeWords>
>;

// What is English only. A section, a name of a letter or a number is none of these.
const english =
  /\b(the|and|with|not|was|were|has|have|been|from|after|before|day|days|due|claim|debtor|creditor|letter|notice|demand|reminder|costs|deadline|fee|court|of|is|it|only|when)\b/i;
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, " ");

/** The days, sums and counts of a sentence, as they must stand in its wording. The places of a table are not told. */
function valuesOf(sentence: string, language: Language): string[] {
  const told = sentence
    .replace(/ from \d{4}-\d\d-\d\d \(no\/[^)]*\)$/, (m) => m.replace(/ \(no.*/, ""))
    .replace(/ \(no\/[^)]*\)/, "");
  const days = told.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const rest = told.replace(/\d{4}-\d\d-\d\d/g, "");
  const numbers = rest.match(/\d+\/\d+|\d+(?:\.\d+)?/g) ?? [];
  const comma = (n: string) => (language === "en" ? n : n.replace(".", ","));
  return [
    ...days.map((day) => dayInWords(day, language)),
    ...numbers.map((n) => {
      if (/^\d+\.\d\d$/.test(n) && !/times/.test(rest)) return plain(money(n, language));
      if (/^\d{4,}$/.test(n) && !rest.includes("invoice")) return plain(count(Number(n), language));
      return comma(n);
    }),
  ];
}

test.each(languages)("every sentence of the rules has a wording in %s, with all its days and sums", (language) => {
  const faults: string[] = [];
  for (const sentence of sentences) {
    const said = words[language].says(sentence);
    if (!said) faults.push(`no wording: ${sentence}`);
    else {
      for (const value of valuesOf(sentence, language))
        if (!plain(said).includes(value)) faults.push(`${value} is missing: ${sentence} -> ${said}`);
      if (/[{}]/.test(said)) faults.push(`not filled in: ${said}`);
      if (!/^\p{Lu}|^\d/u.test(said) || !/[.]$/.test(said)) faults.push(`no sentence: ${said}`);
    }
  }
  expect(faults).toEqual([]);
});

test.each(["nb", "nn", "sv"] as const)("no English is left in %s", (language) => {
  const said = sentences.map((sentence) => words[language].says(sentence) ?? "");
  const all = [...said, ...Object.values(texts[language])];
  const bare = (text: string) => text.replace(/\{\w+\}/g, "").replace(/\{\w+, (?:select|plural),|\w+ \{/g, "");
  expect(all.filter((text) => english.test(bare(text)))).toEqual([]);
});

test("parts that combine are worded one after the other", () => {
  expect(words.nb.says("5 instalments; 1.5 of 750 and 25 % VAT")).toBe(
    "Betalingsavtalen har 5 avdrag. Tillegget er inkassosatsen på 750 kr × 1,5. I tillegg kommer 25 % merverdiavgift.",
  );
  expect(words.nb.says("the claim fell due 2025-01-15 and is late from the day after; 1 days more by the course")).toBe(
    "Kravet forfalt 15. januar 2025 og er for sent betalt fra dagen etter. Løpet venter 1 dag til.",
  );
  expect(words.nn.says("inkassoloven §§ 10 and 11: no payment demand has been sent")).toBe(
    "Betalingsoppmoding er ikkje send (inkassoloven §§ 10 og 11).",
  );
});

test("a sentence that is new to us has no wording", () => {
  expect(words.nb.says("the moon is full")).toBeUndefined();
  expect(words.nb.refuses("moon.full", "the moon is full", "Wait.")).toBeUndefined();
});

test("what an act is refused is worded, though it comes without its code", () => {
  const offered =
    /^(levels\.same|step\.\w+|move\.\w+|rest\.above|mail\.no\w*|plan\.runs|letter\.not_ordered|legal\.none|reopen\.\w+|pause\.none|objection\.\w+|case\.closed)$/;
  const sample: Record<string, string> = { "rest.above": "10.00" };
  const told = [
    ...read("rules/decide.cpp").matchAll(
      /refuse\("([a-z_.]+)", (?:fmt::format\()?"([^"]*)"( \+ text\([^)]*\)\)?(?: \+ "([^"]*)")?)?/g,
    ),
  ]
    .filter(([, code]) => offered.test(code!))
    .filter(([, code, says]) => code !== "letter.not_ordered" || !says!.includes("sent"))
    .map(
      ([, code, says, day, end]) =>
        says!.replaceAll("{}", sample[code!] ?? "3") + (day ? `2026-07-06${end ?? ""}` : ""),
    );
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter((sentence) => !words.nb.says(sentence))).toEqual([]);
});

test("what cannot be read is named by its field, in its row", () => {
  const told = (code: string, field: string, language: Language = "nb") =>
    words[language].refuses(code, "is missing", "Add it.", field)?.what;
  expect(told("json.missing", "amount")).toBe("Beløpet mangler. Ingenting er endret.");
  expect(told("json.missing", "rows[2].due")).toBe("Forfallet i rad 3 mangler. Ingenting er endret.");
  expect(told("json.type", "address.postal_code", "sv")).toBe(
    "Postnumret kan inte läsas som det står. Inget har ändrats.",
  );
  expect(told("json.missing", "least_open", "nn")).toBe("«least open» manglar. Ingenting er endra.");
  expect(words.nb.refuses("json.type", "must be text", "Write it.", "every_days")?.remedy).toMatch(/1 250,00/);
});

test("a refusal tells its days and what to do", () => {
  expect(
    words.nb.refuses(
      "gate.too_early",
      "the demand's deadline 2026-07-06 must have passed",
      "Send it on 2026-07-07 or later.",
    ),
  ).toEqual({
    what: "Fristen i betalingsoppfordringen, 6. juli 2026, må være ute først.",
    remedy: "Det kan gjøres 7. juli 2026 eller senere.",
  });
});

// --- the codes that people meet ---

const src = join(import.meta.dirname, "../../../../src");
const read = (file: string) => readFileSync(join(src, file), "utf8");
const files = [
  "rules/decide.cpp",
  "rules/opening.cpp",
  "office/start_cases.cpp",
  ...readdirSync(join(src, "rules/no"))
    .filter((name) => name.endsWith(".cpp") && !name.endsWith("_test.cpp"))
    .map((name) => `rules/no/${name}`),
];

function codes(): string[] {
  const found = new Set<string>();
  for (const file of files)
    for (const [, code] of read(file).matchAll(/(?:Error\{|refuse\()"([a-z_]+\.[a-z_]+)"/g)) found.add(code!);
  const stops = /names_of\(Stop\)[^;]*?\{([^}]*)\}/s.exec(read("rules/gate.h"))![1]!;
  for (const [, stop] of stops.matchAll(/"(\w+)"/g)) found.add(`gate.${stop}`);
  for (const [, code] of read("rules/no/course_check.cpp").matchAll(/\badd\((?:at\([^)]*\)|"\w+"), "(\w+)"/g))
    found.add(`course.${code}`);
  return [...found].sort();
}

// What the rules say to those who write the tables of the law; nobody meets it on a screen.
const notMet = /^(table|law\.(?!no_table|no_rate))/;

test("every refusal of the gate, of acts, of starts and of courses has its words and its remedy", () => {
  const all = codes().filter((code) => !notMet.test(code));
  expect(all.length).toBeGreaterThan(90);
  const without = all.filter(
    (code) => !(`problem.${code}` in main) && !(`refused.${code}` in nb && `remedy.${code}` in nb),
  );
  expect(without).toEqual([]);
});

// Codes of the readers and of the interface. Those that stand here are met on the command line alone, or are no codes.
const elsewhere =
  /^(acts|dispatch|doctor|event|filter|law|night|notify\.failed|ocr_writer|postage|returned|scenario|serve|signature|site|verify|webauthn)\b|^(print\.fonts|file\.missing)$|\.(html|json|pdf|py|xml)$/;
const doors = ["access", "bank", "http", "identity", "invoices", "letters", "office", "print", "registers", "sheets"];

test("every refusal that can come to a screen has its words and its remedy", () => {
  const found = new Set<string>();
  for (const folder of doors)
    for (const file of readdirSync(join(src, folder)).filter((name) => /(?<!_test)\.cpp$/.test(name)))
      for (const [, code] of read(`${folder}/${file}`).matchAll(/"([a-z][a-z_]*\.[a-z][a-z_0-9]*)"/g)) found.add(code!);
  const all = [...found].filter((code) => !elsewhere.test(code)).sort();
  expect(all.length).toBeGreaterThan(250);
  const without = all.filter(
    (code) =>
      !(`problem.${code}` in main) &&
      !(`refused.${code}` in nb && (`remedy.${code}` in nb || code.startsWith("text."))),
  );
  expect(without).toEqual([]);
});

test("what a bank's file gets wrong is worded with and without the word bank", () => {
  const again = "Nothing of the file is booked. Ask the bank to send it again.";
  const told = words.nb.refuses("bank.ocr.length", "the record has 8 positions instead of 80", again);
  expect(told?.what).toMatch(/ikke 80 tegn lang/);
  expect(told?.remedy).toBe("Ingenting av filen er bokført. Be banken sende den på nytt.");
  expect(words.sv.refuses("bank.batch_count", "NbOfTxs 3, 2 TxDtls present", "")?.what).toMatch(/^Banken anger/);
});

test("why an item does not start by itself is told with its sums and days", () => {
  expect(words.nb.says("100.00 is open, and less than 500.00 is left alone")).toMatch(
    /^100,00 kr er åpent, og mindre enn 500,00/,
  );
  expect(words.nb.says("nothing starts by itself until 2026-08-02: Ferie")).toBe(
    "Ingenting starter av seg selv til og med 2. august 2026: Ferie.",
  );
});
