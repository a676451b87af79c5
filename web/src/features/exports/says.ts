import { useMemo } from "react";
import { useMe } from "~/api/me";
import { useF } from "~/text/format";
import { type TextId, useT, type Values } from "~/text/texts";
import { statusWords } from "~/text/words";
import type { CaseExport, Schedule } from "./api/exports";

type T = (id: TextId, values?: Values) => string;

export interface Around {
  t: T;
  words: (day: string) => string;
  join: (words: string[]) => string;
  nameOf: (creditor: string) => string;
}

function period({ year, period: moving, from, to }: CaseExport, { t, words }: Around): string {
  if (year) return t("exports.says.year", { year: String(year) });
  if (moving) return t(`exports.says.period.${moving}`);
  if (from && to) return t("exports.says.between", { from: words(from), to: words(to) });
  if (from) return t("exports.says.from", { from: words(from) });
  return to ? t("exports.says.to", { to: words(to) }) : "";
}

/** Which cases come, in a sentence. */
export function casesSay(ask: CaseExport, around: Around): string {
  const { t, join, nameOf } = around;
  const creditors = ask.creditors ?? [];
  const status = ask.status?.length
    ? t("exports.says.status", { status: join(ask.status.map((one) => t(statusWords[one]).toLowerCase())) })
    : "";
  const whose =
    creditors.length === 0
      ? t("exports.says.all")
      : creditors.length < 3
        ? join(creditors.map(nameOf))
        : t("exports.says.many", { n: creditors.length });
  const days = period(ask, around);
  const when = days ? t(`exports.says.date.${ask.date ?? "registered"}`, { period: days }) : "";
  return t("exports.says", { cases: t(`exports.cases.${ask.cases ?? "all"}`), status, whose, when });
}

/** What of them and as which file, in a sentence; `all` is how many columns there are. */
export function fileSays({ columns, form, name }: CaseExport, all: number, t: T): string {
  const some = columns?.length ?? 0;
  const what = some === 0 || some === all ? t("exports.says.columns.all", { all }) : "";
  return t("exports.says.file", {
    columns: what || t("exports.says.columns", { n: some, all }),
    form: t(`exports.form.${form ?? "xlsx"}`),
    file: `${name}.${form ?? "xlsx"}`,
  });
}

/** What such a file is called when nobody says. */
export function usualName({ cases, year, period: moving, from, to }: CaseExport, t: T): string {
  const days = year
    ? String(year)
    : moving
      ? t(`exports.says.period.${moving}`)
      : from || to
        ? `${from ?? ""}–${to ?? ""}`
        : "";
  return [t(`exports.cases.${cases ?? "all"}`), days].filter(Boolean).join(" ");
}

/** When it is made by itself. */
export function scheduleSays(schedule: Schedule | null | undefined, t: T): string {
  if (!schedule) return t("exports.every.none");
  const on = schedule.on ?? 0;
  if (schedule.every === "day") return t("exports.every.day");
  if (schedule.every === "week") return t("exports.every.week", { day: t(`exports.weekday.${on}` as TextId) });
  return on === 31 ? t("exports.every.last") : t("exports.every.month", { day: String(on) });
}

/** How large a file is. */
export function sizeSays(bytes: number, t: T): string {
  if (bytes < 1_000_000) return t("exports.kilo", { n: Math.max(1, Math.round(bytes / 1000)) });
  return t("exports.mega", { n: Math.round(bytes / 100_000) / 10 });
}

/** The sentences in the reader's language. */
export function useSays() {
  const t = useT();
  const f = useF();
  const me = useMe();
  return useMemo(() => {
    const lists = new Intl.ListFormat(f.language, { type: "conjunction" });
    const around: Around = {
      t,
      words: f.words,
      join: (words) => lists.format(words),
      nameOf: (creditor) => me?.creditors.find((one) => one.org_number === creditor)?.name ?? creditor,
    };
    return {
      cases: (ask: CaseExport) => casesSay(ask, around),
      file: (ask: CaseExport, all: number) => fileSays(ask, all, t),
      name: (ask: CaseExport) => usualName(ask, t),
      schedule: (schedule: Schedule | null | undefined) => scheduleSays(schedule, t),
      size: (bytes: number) => sizeSays(bytes, t),
    };
  }, [t, f, me]);
}
