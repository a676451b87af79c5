import type { SumRow, Balance as Sums } from "~/api/types";
import { isZero, negated } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import { Why } from "~/ui/Why";
import css from "./Rail.module.css";
import { CostRows, InterestRows, PaymentRows, PrincipalRows, WrittenOffRows } from "./WhyRows";

/** One big number, then the lines that make it, each with its sum behind it; last what one more day costs. */
export function Balance({ balance }: { balance: Sums }) {
  const t = useT();
  const f = useF();
  const of = (part: SumRow["part"]) => balance.rows.filter((row) => row.part === part && row.kind !== "write_off");
  const off = balance.rows.filter((row) => row.kind === "write_off");
  const { charged } = balance;
  return (
    <>
      <p className={css.total}>
        <Money of={balance.total} /> <small>kr</small>
      </p>
      <dl className={css.lines}>
        <div>
          <dt>{t("part.principal")}</dt>
          <dd>
            <Why of={charged.principal} title={t("why.principal", { amount: f.money(charged.principal) })}>
              <PrincipalRows rows={of("principal")} sum={charged.principal} />
            </Why>
          </dd>
        </div>
        <div>
          <dt>{t("part.interest")}</dt>
          <dd>
            <Why of={charged.interest} title={t("why.interest", { amount: f.money(charged.interest) })}>
              <InterestRows rows={of("interest")} sum={charged.interest} />
            </Why>
          </dd>
        </div>
        <div>
          <dt>{t("part.costs")}</dt>
          <dd>
            <Why of={charged.costs} title={t("why.costs", { amount: f.money(charged.costs) })}>
              <CostRows rows={of("costs")} sum={charged.costs} />
            </Why>
          </dd>
        </div>
        {!isZero(balance.paid) && (
          <div>
            <dt>{t("balance.paid")}</dt>
            <dd>
              <Why of={negated(balance.paid)} title={t("why.paid", { amount: f.money(balance.paid) })}>
                <PaymentRows rows={of("payment")} />
              </Why>
            </dd>
          </div>
        )}
        {!isZero(balance.written_off) && (
          <div>
            <dt>{t("balance.written-off")}</dt>
            <dd>
              <Why
                of={negated(balance.written_off)}
                title={t("why.written-off", { amount: f.money(balance.written_off) })}
              >
                <WrittenOffRows rows={off} sum={negated(balance.written_off)} />
              </Why>
            </dd>
          </div>
        )}
      </dl>
      {!isZero(balance.per_day) && (
        <p className={css.note}>{t("balance.per-day", { amount: f.money(balance.per_day) })}</p>
      )}
    </>
  );
}
