import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import { Reasons } from "~/ui/Reasons";
import { Why } from "~/ui/Why";
import type { PlayedDay } from "./api/courses";
import css from "./Courses.module.css";
import { playedWord } from "./words";

/** The days of a course for one invoice: what leaves, its deadline and fee, and why on that day. */
export function Played({ days, whys }: { days: PlayedDay[]; whys?: boolean }) {
  const t = useT();
  const f = useF();
  const name = (day: PlayedDay) => {
    const id = playedWord(day.what) ?? longName(day.step ?? day.what);
    return id ? t(id) : day.what.replaceAll("_", " ");
  };
  return (
    <ol className={css.played}>
      {days.map((day, n) => (
        <li key={n}>
          <span className={css.when}>
            <Day of={day.on} />
          </span>
          <span className={css.what}>
            <b>{name(day)}</b>
            <small>
              {day.deadline && <span>{t("entry.deadline", { day: f.day(day.deadline) })}</span>}
              {day.fee && !isZero(day.fee) && <span>{t("entry.fee", { fee: f.money(day.fee) })}</span>}
              <span>
                {t("courses.then")} <Money of={day.total} unit />
              </span>
              {whys && day.because.length > 0 && (
                <Why
                  title={t("courses.why", { what: name(day), day: f.day(day.on) })}
                  name={t("entry.why", { what: name(day) })}
                >
                  <Reasons of={day.because} />
                </Why>
              )}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}
