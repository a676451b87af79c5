import { Fragment } from "react";
import type { Case } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Entry } from "./Entry";
import css from "./Timeline.module.css";

/** What has happened and what comes, with today as a line across. */
export function Timeline({ one }: { one: Case }) {
  const t = useT();
  const f = useF();
  const ahead = one.timeline.findIndex(
    (entry) => entry.on > f.today || entry.state === "planned" || entry.state === "locked",
  );
  const at = ahead < 0 ? one.timeline.length : ahead;
  const today = (
    <li className={css.today} aria-current="date">
      <span className={css.mark} aria-hidden="true" />
      <span className={css.flag}>{t("timeline.today", { day: f.weekday(f.today) })}</span>
    </li>
  );
  const firstPlanned = one.timeline.findIndex((entry, n) => n >= at && entry.state === "planned");
  return (
    <section aria-label={t("case.timeline")}>
      <h2 className="ear-only">{t("case.timeline")}</h2>
      <ol className={css.timeline}>
        {one.timeline.map((entry, n) => (
          <Fragment key={n}>
            {n === at && today}
            <Entry entry={entry} open={n === firstPlanned || entry.what === "fee_refused"} ahead={n >= at} />
          </Fragment>
        ))}
        {at === one.timeline.length && today}
      </ol>
    </section>
  );
}
