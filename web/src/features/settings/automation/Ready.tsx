import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { useAutomationMoved, useReadiness } from "~/api/automation";
import { useMay, useOrg } from "~/api/me";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { gapOf } from "~/ui/debtor/gaps";
import { Notice } from "~/ui/Notice";
import css from "./Automation.module.css";

const FillIn = lazy(async () => ({ default: (await import("~/ui/debtor/FillIn")).FillIn }));

const shown = 20;

/** Who lacks what a case needs, each with a link and the place to fill it in. */
export function Ready() {
  const t = useT();
  const org = useOrg();
  const told = useTold();
  const moved = useAutomationMoved();
  const may = useMay("act_on_cases");
  const [open, setOpen] = useState<number>();
  const [all, setAll] = useState(false);
  const data = useReadiness(org).data;
  if (!data) return null;
  if (data.ready) return <Notice tone="good">{t("auto.ready")}</Notice>;
  const rows = all ? data.rows : data.rows.slice(0, shown);
  return (
    <section>
      <Notice tone="wait">
        <b>{t("auto.not-ready", { n: data.rows.length })}</b>
        <p>{t("auto.not-ready.text")}</p>
        <ul className={css.lacks}>
          {rows.map((row) => {
            const gaps = row.missing.map((one) => gapOf(one.code)).filter((gap) => gap !== undefined);
            const name = row.name || row.customer;
            return (
              <li key={row.debtor}>
                <div className={css.lack}>
                  <Link to={`/${org}/skyldnere/${row.debtor}`}>{name}</Link>
                  <span>{row.missing.map((one) => told(one).what).join(" ")}</span>
                  {may && gaps.length > 0 && open !== row.debtor && (
                    <Button label={t("fill.act.of", { name })} onPress={() => setOpen(row.debtor)}>
                      {t("fill.act")}
                    </Button>
                  )}
                </div>
                {open === row.debtor && (
                  <Suspense fallback={null}>
                    <FillIn
                      debtor={row.debtor}
                      gaps={gaps}
                      act={t("fill.save")}
                      onCancel={() => setOpen(undefined)}
                      onDone={() => {
                        setOpen(undefined);
                        void moved();
                      }}
                    />
                  </Suspense>
                )}
              </li>
            );
          })}
        </ul>
        {rows.length < data.rows.length && (
          <Button kind="text" onPress={() => setAll(true)}>
            {t("today.all", { n: data.rows.length })}
          </Button>
        )}
      </Notice>
    </section>
  );
}
