import { useMay } from "~/api/me";
import type { LedgerRow } from "~/api/types";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { gapOf } from "~/ui/debtor/gaps";
import { Ends } from "~/ui/Ends";
import { Money } from "~/ui/Money";
import { Sheet } from "~/ui/Sheet";
import css from "./Ledger.module.css";

interface Props {
  row: LedgerRow;
  onDebtor: (editing: boolean) => void;
  onClose: () => void;
}

/** An open item by itself: its facts, and everything that keeps a case of it from starting, each with what to do. */
export function ItemSheet({ row, onDebtor, onClose }: Props) {
  const t = useT();
  const f = useF();
  const told = useTold();
  const may = useMay("act_on_cases");
  const gaps = row.warnings.some((one) => gapOf(one.code));
  const facts = [
    [t("cases.debtor"), row.name || row.customer],
    [t("debtors.customer"), row.customer],
    [t("debtor.group"), row.group],
    [t("ledger.due"), <Day key="due" of={row.due} />],
    [t("cases.days-over"), row.days_over > 0 ? f.count(row.days_over) : "–"],
    [t("ledger.amount.label"), <Money key="amount" of={row.amount} unit />],
    [t("cases.open.label"), <Money key="open" of={row.open} unit />],
  ] as const;
  const automatic = row.automatic;
  return (
    <Sheet title={t("today.invoice", { invoice: row.invoice })} open onClose={onClose}>
      <dl className={css.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="numbers">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <section className={css.stands}>
        <h3>{t("ledger.case")}</h3>
        {row.warnings.length > 0 ? (
          <>
            <p className={css.lead}>{t("ledger.case.stands", { n: row.warnings.length })}</p>
            <ul>
              {row.warnings.map((one) => {
                const { what, remedy, lang } = told(one);
                return (
                  <li key={one.code} lang={lang}>
                    {what}
                    {remedy && <small>{remedy}</small>}
                  </li>
                );
              })}
            </ul>
          </>
        ) : (
          <p className={css.lead}>{t(row.ready ? "ledger.case.ready" : "ledger.case.not-due")}</p>
        )}
        {automatic && (
          <p className={css.lead}>
            {automatic.reason ? told(automatic.reason).what : t(`ledger.auto.${automatic.level}`)}
          </p>
        )}
      </section>
      <Ends>
        <Button onPress={() => onDebtor(false)}>{t("debtor.info")}</Button>
        {gaps && may && (
          <Button kind="primary" onPress={() => onDebtor(true)}>
            {t("fill.act")}
          </Button>
        )}
      </Ends>
    </Sheet>
  );
}
