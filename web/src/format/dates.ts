import { counting, type Language, locales } from "./language";

// A day is the server's text, "2026-07-06". Everything is counted in UTC, or a day would move in the evening.

const utc = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);
const say = (day: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat([locales[language], counting[language]], { timeZone: "UTC", ...options }).format(utc(day));

const shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** In a table: 06.07.2026, 2026-07-06, 6 Jul 2026. */
export function day(value: string, language: Language): string {
  const [y, m, d] = value.slice(0, 10).split("-") as [string, string, string];
  if (language === "sv") return `${y}-${m}-${d}`;
  if (language === "en") return `${Number(d)} ${shortMonths[Number(m) - 1]} ${y}`;
  return `${d}.${m}.${y}`;
}

/** In a table where the year says nothing, because it is today's: 06.07., 07-06, 6 Jul. */
export function dayThisYear(value: string, today: string, language: Language): string {
  if (value.slice(0, 4) !== today.slice(0, 4)) return day(value, language);
  const [, m, d] = value.slice(0, 10).split("-") as [string, string, string];
  if (language === "sv") return `${m}-${d}`;
  if (language === "en") return `${Number(d)} ${shortMonths[Number(m) - 1]}`;
  return `${d}.${m}.`;
}

/** In a sentence: 6. juli 2026. */
export function dayInWords(value: string, language: Language): string {
  return say(value, language, { day: "numeric", month: "long", year: "numeric" });
}

/** A month in words: mars 2026. */
export function monthInWords(value: string, language: Language): string {
  return say(value, language, { month: "long", year: "numeric" });
}

/** A month where there is little room: mars 26. */
export function monthShort(value: string, language: Language): string {
  return say(value, language, { month: "short", year: "2-digit" });
}

/** In a sentence about these weeks: mandag 6. juli. */
export function weekdayInWords(value: string, language: Language): string {
  if (language === "en") {
    const weekday = say(value, language, { weekday: "long" });
    return `${weekday} ${say(value, language, { day: "numeric", month: "long" })}`;
  }
  return say(value, language, { weekday: "long", day: "numeric", month: "long" });
}

/** How many days from `from` to `to`; negative when `to` has gone by. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** "i dag", "i morgen", "om 3 dager" within a week of today; nothing beyond. Said only beside a real date. */
export function relative(value: string, today: string, language: Language): string | undefined {
  const days = daysBetween(today, value);
  if (Math.abs(days) > 7) return undefined;
  return new Intl.RelativeTimeFormat([locales[language], counting[language]], { numeric: "auto" }).format(days, "day");
}

/** A moment of the server in the reader's own zone: the day, and the time as 07.42 or 07:42. */
export function moment(value: string, language: Language): string {
  const at = new Date(value);
  const local = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day(local, language)} ${clock(value, language)}`;
}

/** A moment of today as its time, “kl. 07.42”; another with its day. */
export function when(value: string, today: string, language: Language): string {
  const at = new Date(value);
  const local = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const prefix = language === "en" ? "at " : "kl. ";
  return local === today ? prefix + clock(value, language) : moment(value, language);
}

/** The time of day of a moment. */
export function clock(value: string, language: Language): string {
  const at = new Date(value);
  const point = language === "nb" || language === "nn" ? "." : ":";
  return `${two(at.getHours())}${point}${two(at.getMinutes())}`;
}

const two = (n: number) => String(n).padStart(2, "0");
