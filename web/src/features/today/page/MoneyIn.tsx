import type { Today } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import css from "./TodayPage.module.css";

/** What came in this month, and what is open now. */
export function MoneyIn({ money }: { money: Today["money"] }) {
  const t = useT();
  const f = useF();
  return (
    <section>
      <h2 className="ear-only">{t("today.money")}</h2>
      <p className={css.label}>{t("today.money.since", { day: f.words(money.from) })}</p>
      <p className={css.big}>
        <Money of={money.paid} /> <small>kr</small>
      </p>
      <dl className={css.sums}>
        <div>
          <dt>{t("today.money.payments")}</dt>
          <dd className="numbers">{f.count(money.payments)}</dd>
        </div>
        <div>
          <dt>{t("today.money.open", { n: money.running })}</dt>
          <dd>
            <b>
              <Money of={money.open} />
            </b>
          </dd>
        </div>
      </dl>
    </section>
  );
}
