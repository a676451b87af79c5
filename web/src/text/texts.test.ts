import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { languages, locales } from "~/format/language";
import caseEn from "./case/en.json";
import caseNb from "./case/nb.json";
import caseNn from "./case/nn.json";
import caseSv from "./case/sv.json";
import en from "./en.json";
import moreEn from "./more/en.json";
import moreNb from "./more/nb.json";
import moreNn from "./more/nn.json";
import moreSv from "./more/sv.json";
import nb from "./nb.json";
import nn from "./nn.json";
import reasonsEn from "./reasons/en.json";
import reasonsNb from "./reasons/nb.json";
import reasonsNn from "./reasons/nn.json";
import reasonsSv from "./reasons/sv.json";
import sv from "./sv.json";

const catalogues: Record<string, Record<string, string>> = {
  nb: { ...nb, ...moreNb, ...caseNb, ...reasonsNb },
  nn: { ...nn, ...moreNn, ...caseNn, ...reasonsNn },
  en: { ...en, ...moreEn, ...caseEn, ...reasonsEn },
  sv: { ...sv, ...moreSv, ...caseSv, ...reasonsSv },
};
const ids = Object.keys(catalogues.nb!);
const src = join(import.meta.dirname, "..");

/** The names of the values in a text, nested ones too. */
function valuesOf(text: string): string[] {
  const names = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat["getAst"]>): void => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7 && "value" in part) names.add(String(part.value));
      if ("options" in part && part.options) for (const option of Object.values(part.options)) walk(option.value);
      if ("children" in part && part.children) walk(part.children);
    }
  };
  walk(new IntlMessageFormat(text, "nb").getAst());
  return [...names].sort();
}

test.each(languages)("%s has the same ids, in the same order", (language) => {
  expect(Object.keys(catalogues[language]!)).toEqual(ids);
});

test.each(languages)("%s has a text for each id, with the same values", (language) => {
  for (const id of ids) {
    const text = catalogues[language]![id]!;
    expect(text.trim(), id).not.toBe("");
    expect(valuesOf(text), id).toEqual(valuesOf(catalogues.nb![id]!));
  }
});

test.each(languages)("%s has every plural form that the language counts with", (language) => {
  const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
  for (const [id, text] of Object.entries(catalogues[language]!)) {
    if (!text.includes("plural,")) continue;
    for (const form of forms) expect(text, id).toContain(`${form} {`);
  }
});

test("no text is unused", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes(".test."),
  );
  const source = files.map((name) => readFileSync(join(src, name), "utf8")).join("\n");
  // A template like `cases.tab.${tab}` uses every id that begins so.
  const begun = [...source.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map((m) => m[1]!);
  const unused = ids.filter(
    (id) =>
      !source.includes(`"${id}"`) && !source.includes(`\`${id}\``) && !begun.some((start) => id.startsWith(start)),
  );
  expect(unused).toEqual([]);
});
