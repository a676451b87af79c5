import type { CaseRow } from "~/api/types";
import { daysBetween } from "~/format/dates";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName, stepShort } from "~/text/words";
import { Day } from "~/ui/Day";
import css from "./Cases.module.css";

/** What comes next, its date first. Today and tomorrow are amber, a date gone by is brick. */
export function NextCell({ next }: { next: CaseRow["next"] }) {
  const t = useT();
  const f = useF();
  if (!next) return <span className={css.quiet}>–</span>;
  const days = daysBetween(f.today, next.on);
  const near = days < 0 ? "past" : days <= 1 ? "near" : undefined;
  const word = next.what in stepShort ? stepShort[next.what as keyof typeof stepShort] : longName(next.what);
  return (
    <span className={css.next}>
      <span className={css.day} data-near={near}>
        <Day of={next.on} as="short" />
      </span>{" "}
      <span className={css.quiet}>{word ? t(word) : next.what}</span>
    </span>
  );
}
