import { counting, type Language } from "./language";

const minus = "\u2212";
const kept = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  let found = kept.get(key);
  if (!found) {
    found = new Intl.NumberFormat(counting[language], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: true,
    });
    kept.set(key, found);
  }
  return found;
}

const unbroken = (text: string) => text.replace("-", minus).replaceAll("\u202f", "\u00a0");

/** An amount as the server tells it, "12761.31", in the language's own form: two decimals, exact at any size. */
export function money(amount: string, language: Language): string {
  return unbroken(formatter(language, 2).format(amount as Intl.StringNumericLiteral));
}

/** A count of things: 1 240. */
export function count(n: number, language: Language): string {
  return unbroken(formatter(language, 0).format(n));
}

/** A rate in percent as the server tells it, "12.25" or "12.25 %", with its decimals as they are: 12,25 %. */
export function percent(rate: string, language: Language): string {
  const plain = rate.replace(/\s*%$/, "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  const text = unbroken(formatter(language, Math.max(decimals, 2)).format(plain as Intl.StringNumericLiteral));
  return language === "en" ? `${text}%` : `${text}\u00a0%`;
}

/** A number with its decimals as they are: 56,3. */
export function decimal(value: string, language: Language): string {
  const decimals = value.split(".")[1]?.length ?? 0;
  return unbroken(formatter(language, decimals).format(value as Intl.StringNumericLiteral));
}

/** Whether an amount is below zero, read from its text. */
export const isNegative = (amount: string) => amount.startsWith("-") && /[1-9]/.test(amount);

/** Whether an amount is nothing at all. */
export const isZero = (amount: string) => !/[1-9]/.test(amount);

/** What picked rows make together, added as whole øre. Everything else comes summed from the server. */
export function addUp(amounts: readonly string[]): string {
  const ore = amounts.reduce((sum, amount) => sum + BigInt(amount.replace(".", "")), 0n);
  const digits = String(ore < 0n ? -ore : ore).padStart(3, "0");
  return `${ore < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The same amount taken away. */
export const negated = (amount: string) =>
  amount.startsWith("-") ? amount.slice(1) : isZero(amount) ? amount : `-${amount}`;
