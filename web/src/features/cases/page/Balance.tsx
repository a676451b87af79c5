import type { SumRow, Balance as Sums } from "~/api/types";
import { isZero, negated } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import { Why } from "~/ui/Why";
import css from "./Rail.module.css";
import { CostRows, GoneRows, InterestRows, PaymentRows, PrincipalRows } from "./WhyRows";

const hasGone = (row: SumRow) => row.kind === "write_off" || row.kind === "carried";

/** One big number, then the lines that make it, each with its sum behind it; last what one more day costs. */
export function Balance({ balance }: { balance: Sums }) {
  const t = useT();
  const f = useF();
  const of = (part: SumRow["part"]) => balance.rows.filter((row) => row.part === part && !hasGone(row));
  const { charged } = balance;
  const compensated = of("costs").some((row) => row.kind === "compensation");
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
          <dt>{t(compensated ? "part.costs.compensation" : "part.costs")}</dt>
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
        <Gone
          of={balance.written_off}
          why="written-off"
          rows={balance.rows.filter((row) => row.kind === "write_off")}
        />
        <Gone of={balance.carried} why="carried" rows={balance.rows.filter((row) => row.kind === "carried")} />
      </dl>
      {!isZero(balance.per_day) && (
        <p className={css.note}>{t("balance.per-day", { amount: f.money(balance.per_day) })}</p>
      )}
    </>
  );
}

function Gone({ of, why, rows }: { of: string; why: "written-off" | "carried"; rows: SumRow[] }) {
  const t = useT();
  const f = useF();
  if (isZero(of)) return null;
  return (
    <div>
      <dt>{t(`balance.${why}`)}</dt>
      <dd>
        <Why of={negated(of)} title={t(`why.${why}`, { amount: f.money(of) })}>
          <GoneRows rows={rows} sum={negated(of)} why={why} />
        </Why>
      </dd>
    </div>
  );
}
