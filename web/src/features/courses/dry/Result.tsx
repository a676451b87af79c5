import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Empty } from "~/ui/Empty";
import { HeldTools } from "~/ui/list/HeldTools";
import { NoneHeld } from "~/ui/list/NoneHeld";
import { type Narrowing, useHeld } from "~/ui/list/useHeld";
import { Money } from "~/ui/Money";
import type { DryRun, DryRunRow } from "../api/courses";
import css from "../Courses.module.css";
import { Days } from "./Days";
import { Samples } from "./Samples";
import { Stops } from "./Stops";
import { useDayColumns } from "./useDayColumns";

/** What the dry run tells: how many letters and what they cost, each day, what stands still, and the letters' words. */
export function Result({ of }: { of: DryRun }) {
  const t = useT();
  const f = useF();
  const { sums } = of;
  const letters = Object.values(sums.letters).reduce((all, n) => all + n, 0);
  return (
    <>
      <section aria-label={t("dry.sums")}>
        <h2>{t("dry.between", { from: f.words(of.from), until: f.words(of.until) })}</h2>
        <dl className={css.sums}>
          <div>
            <dt>{t("dry.letters")}</dt>
            <dd className="numbers">{f.count(letters)}</dd>
          </div>
          {Object.entries(sums.letters).map(([kind, n]) => (
            <div key={kind}>
              <dt>{t(longName(kind) ?? "letter.letter")}</dt>
              <dd className="numbers">{f.count(n)}</dd>
            </div>
          ))}
          <div>
            <dt>{t("dry.fees")}</dt>
            <dd>
              <Money of={sums.fees} unit />
            </dd>
          </div>
          <div>
            <dt>{t("dry.postage")}</dt>
            <dd>
              {sums.without_price > 0 && isZero(sums.postage) ? (
                t("dry.postage.unknown")
              ) : (
                <Money of={sums.postage} unit />
              )}
            </dd>
          </div>
        </dl>
        {sums.without_price > 0 && <p className={css.note}>{t("dry.without-price", { n: sums.without_price })}</p>}
      </section>
      <section>
        <h2>{t("dry.by-day")}</h2>
        {of.rows.length === 0 ? <Empty small title={t("dry.nothing")} /> : <Happens of={of} />}
        {of.count > of.rows.length && <p className={css.note}>{t("dry.cut", { n: of.rows.length, of: of.count })}</p>}
      </section>
      <section>
        <h2>{t("dry.stops")}</h2>
        {of.stops.length === 0 ? <Empty small good title={t("dry.stops.none")} /> : <Stops rows={of.stops} />}
      </section>
      {of.samples.length > 0 && (
        <section>
          <h2>{t("dry.samples")}</h2>
          <Samples of={of.samples} />
        </section>
      )}
    </>
  );
}

/** What happens, searched, filtered and as a file. */
function Happens({ of }: { of: DryRun }) {
  const t = useT();
  const { columns, what } = useDayColumns();
  const pills: Narrowing<DryRunRow>[] = [{ word: "hva", name: t("dry.what"), of: what }];
  const held = useHeld({ id: "dry-run", columns, rows: of.rows, pills });
  return (
    <>
      <HeldTools title={t("dry.title")} held={held} search={t("dry.search")} choosing={false} reasons edges={false} />
      {held.rows.length === 0 ? <NoneHeld held={held} /> : <Days of={of} rows={held.rows} />}
    </>
  );
}
