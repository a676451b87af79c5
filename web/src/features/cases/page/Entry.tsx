import { useId, useState } from "react";
import type { TimelineEntry } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { longName } from "~/text/words";
import { ChannelWord } from "~/ui/ChannelWord";
import { IconLock } from "~/ui/icons";
import { Money } from "~/ui/Money";
import { Reasons } from "~/ui/Reasons";
import { broughtMoney, entryName, outcomeWord } from "../words";
import css from "./Timeline.module.css";

interface Props {
  entry: TimelineEntry;
  open: boolean;
  ahead: boolean;
}

/** What, then its facts in one line, then why. */
export function Entry({ entry, open: first, ahead }: Props) {
  const t = useT();
  const f = useF();
  const [open, setOpen] = useState(first);
  const id = useId();
  const said = entryName(entry);
  const name = "id" in said ? t(said.id, said.values) : said.raw;
  const because = entry.because ?? [];
  const detail = useDetail(entry);
  return (
    <li className={css.entry} data-state={entry.state} data-ahead={ahead || undefined}>
      <time className={`${css.day} numbers`} dateTime={entry.on}>
        {f.day(entry.on)}
      </time>
      <span className={css.dot} aria-hidden="true">
        {entry.state === "locked" && <IconLock size={11} stroke={2} />}
      </span>
      <div className={css.what}>
        <h3>
          {name}
          {entry.amount && (
            <span className={css.amount} data-in={broughtMoney(entry) || undefined}>
              <Money of={entry.amount} unit />
            </span>
          )}
        </h3>
        <p className={css.facts}>
          {detail && <span>{detail}</span>}
          {entry.deadline && <span>{t("entry.deadline", { day: f.day(entry.deadline) })}</span>}
          {entry.fee && <span>{t("entry.fee", { fee: f.money(entry.fee) })}</span>}
          {entry.channels?.map((channel) => (
            <ChannelWord key={channel} of={channel} />
          ))}
          {because.length > 0 && (
            <button
              type="button"
              className={css.why}
              aria-expanded={open}
              aria-controls={id}
              aria-label={t("entry.why", { what: name })}
              onClick={() => setOpen(!open)}
            >
              {t("why.word")}
            </button>
          )}
        </p>
        {entry.note && !entry.note.struck && <p className={css.said}>{entry.note.text}</p>}
        {open && because.length > 0 && (
          <div className={css.because} id={id}>
            <Reasons of={because} />
          </div>
        )}
      </div>
    </li>
  );
}

/** What an entry tells besides its name: how a court decided, which course, which rate of which invoice. */
function useDetail(entry: TimelineEntry): string | undefined {
  const t = useT();
  const f = useF();
  const course = useCourse();
  const { what, kind, claim } = entry;
  if (what === "rate_agreed")
    return [claim && t("today.invoice", { invoice: claim }), kind && f.percent(kind)].filter(Boolean).join(", ");
  if (!kind || what === "letter" || what === "legal") return undefined;
  if (what === "course_changed") return course(kind);
  const word = what === "decided" ? outcomeWord(kind) : longName(kind);
  return word && t(word);
}
