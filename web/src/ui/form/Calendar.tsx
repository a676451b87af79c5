import "@mantine/dates/styles.layer.css";
import "dayjs/locale/nb";
import "dayjs/locale/nn";
import "dayjs/locale/sv";
import "dayjs/locale/en-gb";
import { DatePicker } from "@mantine/dates";
import dayjs from "dayjs";
import { useState } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import css from "./Calendar.module.css";

interface Props {
  day?: string | undefined;
  onChoose: (day: string) => void;
}

/** A month to choose a day from: Monday first, with week numbers, in the reader's language. */
export default function Calendar({ day, onChoose }: Props) {
  const t = useT();
  const f = useF();
  const [shown, setShown] = useState<string>(day ?? f.today);
  const locale = f.language === "en" ? "en-gb" : f.language;
  const month = dayjs(shown).locale(locale).format("MMMM YYYY");
  return (
    <DatePicker
      value={day ?? null}
      date={shown}
      onDateChange={setShown}
      onChange={(chosen) => chosen && onChoose(chosen)}
      locale={locale}
      classNames={{ day: css.day ?? "" }}
      firstDayOfWeek={1}
      withWeekNumbers
      highlightToday
      ariaLabels={{
        nextMonth: t("calendar.next"),
        previousMonth: t("calendar.previous"),
        // What is seen begins the name, so that one who speaks to the page may say it.
        monthLevelControl: `${month}, ${t("calendar.months")}`,
      }}
    />
  );
}
