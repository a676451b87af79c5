import "@mantine/dates/styles.layer.css";
import "dayjs/locale/nb";
import "dayjs/locale/nn";
import "dayjs/locale/sv";
import "dayjs/locale/en-gb";
import { DatePicker } from "@mantine/dates";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";

interface Props {
  day?: string | undefined;
  onChoose: (day: string) => void;
}

/** A month to choose a day from: Monday first, with week numbers, in the reader's language. */
export default function Calendar({ day, onChoose }: Props) {
  const t = useT();
  const f = useF();
  return (
    <DatePicker
      value={day ?? null}
      defaultDate={day ?? f.today}
      onChange={(chosen) => chosen && onChoose(chosen)}
      locale={f.language === "en" ? "en-gb" : f.language}
      firstDayOfWeek={1}
      withWeekNumbers
      highlightToday
      ariaLabels={{
        nextMonth: t("calendar.next"),
        previousMonth: t("calendar.previous"),
        monthLevelControl: t("calendar.months"),
      }}
    />
  );
}
