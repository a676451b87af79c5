import { createIntl, createIntlCache } from "react-intl";
import { dayInWords } from "~/format/dates";
import { counting, type Language } from "~/format/language";
import { count, money, percent } from "~/format/money";
import { inWords } from "../says";
import { type Form, forms, heads, type ReasonId, tails } from "./forms";
import type texts from "./nb.json";

export type ReasonTexts = typeof texts;

/** The reasons and the refusals of the server in one language. */
export interface Words {
  /** A sentence of the rules; nothing when it is new to us. */
  says: (sentence: string) => string | undefined;
  /** What a code refuses, and what to do about it; nothing when it is new to us. `field` as the server names it. */
  refuses: (
    code: string,
    detail: string,
    remedy: string,
    field?: string,
  ) => { what: string; remedy: string | undefined } | undefined;
}

const dayLike = /^\d{4}-\d\d-\d\d$/;
const rates = new Set(["rate", "bound"]);
const names = new Set(["invoice", "case", "line"]);

/** The words of a language, from its texts. */
export function makeWords(language: Language, its: ReasonTexts): Words {
  const intl = createIntl({ locale: counting[language], messages: its }, createIntlCache());
  const t = (id: ReasonId, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const letter = (id: string) => t(id as ReasonId);

  const said = (name: string, value: string): string | number => {
    if (name === "letter") return letter(`says.a.${value.replace(" ", "_")}`);
    if (name === "Letter") return upper(letter(`says.a.${value.replace(" ", "_")}`));
    if (name === "the") return letter(`says.the.${value.replace(" ", "_")}`);
    if (name === "The") return upper(letter(`says.the.${value.replace(" ", "_")}`));
    if (dayLike.test(value)) return dayInWords(value, language);
    if (rates.has(name)) return percent(value, language);
    if (name === "factor") return language === "en" ? value : value.replace(".", ",");
    if (name === "base") return count(Number(value), language);
    if (names.has(name)) return value;
    if (/^-?\d+\.\d\d$/.test(value)) return money(value, language);
    return /^\d+$/.test(value) ? Number(value) : value;
  };
  const valuesOf = (form: Form, m: RegExpExecArray, from: number) =>
    Object.fromEntries(form.values.map((name, n) => [name, said(name, m[n + from] ?? "")]));

  function says(sentence: string): string | undefined {
    for (const form of forms) {
      const m = form.reads.exec(sentence);
      if (m) return t(form.text, valuesOf(form, m, 1));
    }
    for (const tail of tails) {
      const m = tail.reads.exec(sentence);
      const before = m && says(m[1] ?? "");
      if (before) return `${before} ${t(tail.text, valuesOf(tail, m, 2))}`;
    }
    for (const head of heads) {
      const m = head.reads.exec(sentence);
      if (!m) continue;
      const after = says(m.at(-1) ?? "");
      if (after) return `${t(head.text, valuesOf(head, m, 1))} ${after}`;
    }
    const wish = /^(?:course|creditor's setting): (.*)$/.exec(sentence);
    if (wish) return says(wish[1]!);
    const { rule, rest } = apart(sentence);
    const bare = rule && says(rest);
    return bare ? `${bare.replace(/\.$/, "")} (${inWords(rule, language)}).` : undefined;
  }

  const has = (id: string): id is ReasonId => id in its;
  /** A field by the word for it; of a list with its row. One without a word of ours stands as the server names it. */
  const named = (field: string): string => {
    const row = /\[(\d+)\]/.exec(field)?.[1];
    const last =
      field
        .replaceAll(/\[\d+\]/g, "")
        .split(".")
        .at(-1) ?? "";
    const id = `field.${last}`;
    const name = has(id) ? t(id) : t("field.other", { name: last.replaceAll("_", " ") });
    return row === undefined ? name : t("field.at", { name, row: String(Number(row) + 1) });
  };
  return {
    says,
    refuses(told, detail, remedy, field = "") {
      // What a bank's file gets wrong is told as bank.ocr.length; bank.batch_count is a name of its own.
      const code = has(`refused.${told}`) ? told : told.replace(/^bank\./, "");
      const id = `refused.${code}`;
      const what = says(detail) ?? (has(id) ? upper(t(id, { field: named(field) })) : undefined);
      if (!what) return undefined;
      const from = /^(?:Send|File|Choose|Have|Start|Take) .* on (\d{4}-\d\d-\d\d)(?: or later)?\.$/.exec(remedy)?.[1];
      const help = `remedy.${code}`;
      if (from) return { what, remedy: t("remedy.from", { day: dayInWords(from, language) }) };
      return { what, remedy: has(help) ? t(help) : undefined };
    },
  };
}

/** “inkassoloven § 10: …” in two. */
function apart(sentence: string): { rule: string | undefined; rest: string } {
  const m = /^([^:]*§[^:]*): (.*)$/.exec(sentence);
  return { rule: m?.[1], rest: m?.[2] ?? sentence };
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
