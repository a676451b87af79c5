import type { CaseRow } from "~/api/types";
import { daysBetween } from "~/format/dates";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { nextShort, stepShort } from "~/text/words";
import { Day } from "~/ui/Day";
import css from "./Cases.module.css";

/** What comes next, its date first. Today and tomorrow are amber, a date gone by is brick. */
export function NextCell({ next }: { next: CaseRow["next"] }) {
  const t = useT();
  const f = useF();
  if (!next) return <span className={css.quiet}>–</span>;
  const days = next.on ? daysBetween(f.today, next.on) : undefined;
  const near = days === undefined ? undefined : days < 0 ? "past" : days <= 1 ? "near" : undefined;
  return (
    <span className={css.next}>
      {next.on && (
        <>
          <span className={css.day} data-near={near}>
            <Day of={next.on} as="short" />
          </span>{" "}
        </>
      )}
      <span className={css.quiet}>{t(next.kind ? stepShort[next.kind] : nextShort[next.what])}</span>
    </span>
  );
}
