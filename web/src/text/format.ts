import { useMemo } from "react";
import { useToday } from "~/api/me";
import * as dates from "~/format/dates";
import * as sums from "~/format/money";
import { useLanguage } from "./texts";

/** Money, days and counts in the reader's language. The only way a number becomes text. */
export function useF() {
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(
    () => ({
      language,
      today,
      money: (amount: string) => sums.money(amount, language),
      count: (n: number) => sums.count(n, language),
      percent: (rate: string) => sums.percent(rate, language),
      decimal: (value: string) => sums.decimal(value, language),
      day: (day: string) => dates.day(day, language),
      short: (day: string) => dates.dayThisYear(day, today, language),
      words: (day: string) => dates.dayInWords(day, language),
      month: (day: string) => dates.monthInWords(day, language),
      monthShort: (day: string) => dates.monthShort(day, language),
      weekday: (day: string) => dates.weekdayInWords(day, language),
      relative: (day: string) => dates.relative(day, today, language),
      moment: (moment: string) => dates.moment(moment, language),
      /** The time when it is of today, else the day and the time. */
      when: (moment: string) => dates.when(moment, today, language),
      clock: (moment: string) => dates.clock(moment, language),
    }),
    [language, today],
  );
}
