import { useState } from "react";
import type { LedgerRow } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { FillIn } from "~/ui/debtor/FillIn";
import { type Gap, gapOf } from "~/ui/debtor/gaps";
import { Tag } from "~/ui/Tag";
import css from "./Ledger.module.css";

interface Props {
  rows: LedgerRow[];
}

const gapsOfRow = (row: LedgerRow) => row.warnings.map((one) => gapOf(one.code)).filter((gap) => gap !== undefined);

/** The debtors of picked invoices of whom something is missing, each filled in here before the start. */
export function Gaps({ rows }: Props) {
  const t = useT();
  const told = useTold();
  const [open, setOpen] = useState<number>();
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const debtors = new Map<number, { row: LedgerRow; gaps: Gap[] }>();
  for (const row of rows) {
    const gaps = gapsOfRow(row);
    if (gaps.length) debtors.set(row.debtor, { row, gaps });
  }
  if (debtors.size === 0) return null;
  return (
    <section className={css.gaps} aria-label={t("fill.title", { n: debtors.size })}>
      <h3>{t("fill.title", { n: debtors.size })}</h3>
      <p className={css.lead}>{t("fill.text")}</p>
      <ul>
        {[...debtors.values()].map(({ row, gaps }) => (
          <li key={row.debtor}>
            <div className={css.gap}>
              <b>{row.name || row.customer}</b>
              <span className={css.quiet}>
                {!done.has(row.debtor) && row.warnings.map((one) => told(one).what).join(" ")}
              </span>
              {done.has(row.debtor) ? (
                <Tag tone="good" quiet>
                  {t("fill.done")}
                </Tag>
              ) : (
                open !== row.debtor && (
                  <Button
                    label={t("fill.act.of", { name: row.name || row.customer })}
                    onPress={() => setOpen(row.debtor)}
                  >
                    {t("fill.act")}
                  </Button>
                )
              )}
            </div>
            {open === row.debtor && (
              <FillIn
                debtor={row.debtor}
                gaps={gaps}
                act={t("fill.save")}
                onCancel={() => setOpen(undefined)}
                onDone={() => {
                  setDone(new Set([...done, row.debtor]));
                  setOpen(undefined);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
