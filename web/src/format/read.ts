import type { Language } from "./language";

// What people type, made into what the server understands. Nothing is guessed: what can be read in two ways is refused.

function made(y: number, m: number, d: number): string | undefined {
  const at = new Date(Date.UTC(y, m - 1, d));
  if (at.getUTCFullYear() !== y || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return undefined;
  return at.toISOString().slice(0, 10);
}

const century = (y: string) => (y.length === 2 ? 2000 + Number(y) : Number(y));
const names = ["jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de"];

/** A typed day: 6.7.26, 060726, 2026-07-06, 6/7-26, 6. juli 2026, 6.7 of today's year. Day before month, always. */
export function readDay(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase();
  let m = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (m) return made(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{1,2})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{4}|\d{2})$/.exec(text);
  if (m) return made(century(m[3]!), Number(m[2]), Number(m[1]));
  m = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (m) return made(century(m[3]!), Number(m[2]), Number(m[1]));
  m = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(text);
  if (m) return made(Number(today.slice(0, 4)), Number(m[2]), Number(m[1]));
  m = /^(\d{1,2})\.?\s+([a-z]{3,})\.?(?:\s+(\d{4}|\d{2}))?$/.exec(text);
  if (m) {
    const found = names.findIndex((name) => m![2]!.startsWith(name));
    return made(m[3] ? century(m[3]) : Number(today.slice(0, 4)), found + 1, Number(m[1]));
  }
  return undefined;
}

/** A typed amount as the server's text, "12761.31". Comma or point, spaces allowed; at most two decimals. */
export function readAmount(typed: string): string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f']|kr\.?$/gi, "").replace(/^[\u2212\u2013]/, "-");
  const m = /^(-?)(\d+(?:[.,]\d{3})*)(?:[.,](\d{0,2}))?$/.exec(text);
  if (!m) return undefined;
  const marks = [...m[2]!].filter((c) => c === "." || c === ",");
  const decimalMark = m[3] === undefined ? undefined : text[text.length - m[3].length - 1];
  if (new Set(marks).size > 1 || (decimalMark && marks.some((mark) => mark === decimalMark))) return undefined;
  const whole = m[2]!.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  return `${m[1]}${whole}.${(m[3] ?? "").padEnd(2, "0")}`;
}

/** A typed share or rate, "8,5 %", as the server's text: "8.5". */
export function readPercent(typed: string): string | undefined {
  const text = typed.trim().replace(/\s*%$/, "").replace(",", ".");
  return /^\d{1,3}(\.\d{1,4})?$/.test(text) ? text : undefined;
}

/** How the language writes a day, for the words of an error and the help of a field. */
export const dayForms: Record<Language, string> = {
  nb: "dd.mm.åååå",
  nn: "dd.mm.åååå",
  sv: "åååå-mm-dd",
  en: "d Mmm yyyy",
};
