import { useId, useState } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconChevronDown, IconChevronRight } from "~/ui/icons";
import { Money } from "~/ui/Money";
import type { DryRun, DryRunRow } from "../api/courses";
import css from "../Courses.module.css";
import { DayRows } from "./DayRows";

/** Day by day: how much happens, and opened, to whom. The sums are of the whole day, so a narrowed one has none. */
export function Days({ of, rows: shown }: { of: DryRun; rows: DryRunRow[] }) {
  const narrowed = shown.length !== of.rows.length;
  const byDay = new Map<string, DryRunRow[]>();
  for (const row of shown) byDay.set(row.on, [...(byDay.get(row.on) ?? []), row]);
  return (
    <ol className={css.byDay}>
      {[...byDay].map(([on, rows], n) => (
        <OneDay
          key={on}
          on={on}
          rows={rows}
          sums={narrowed ? undefined : of.sums.days.find((one) => one.on === on)}
          first={n === 0}
        />
      ))}
    </ol>
  );
}

interface Props {
  on: string;
  rows: DryRunRow[];
  sums: DryRun["sums"]["days"][number] | undefined;
  first: boolean;
}

function OneDay({ on, rows, sums, first }: Props) {
  const t = useT();
  const f = useF();
  const id = useId();
  const [open, setOpen] = useState(first);
  const Sign = open ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <button
        type="button"
        className={css.dayHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Sign size={14} stroke={1.8} aria-hidden />
        <b>{f.weekday(on)}</b>
        <span>
          {sums?.letters ? t("dry.day.letters", { n: sums.letters }) : t("dry.day.events", { n: rows.length })}
        </span>
        {sums && (
          <span className={css.dayFees}>
            {t("dry.fees")} <Money of={sums.fees} unit />
          </span>
        )}
      </button>
      <div id={id}>{open && <DayRows rows={rows} on={on} />}</div>
    </li>
  );
}
