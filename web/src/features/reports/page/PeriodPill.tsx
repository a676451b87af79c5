import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { PeriodForm } from "~/ui/form/PeriodForm";
import { Options } from "~/ui/Options";
import { Pill } from "~/ui/Pill";
import type { Definition } from "../api/reports";
import { periodNamed, periodsOf, periodWords } from "../periods";
import type { Asked } from "../useAsk";
import css from "./Report.module.css";

/** Of which days: one of the usual periods, or days of one's own. The cross leads back to the usual one. */
export function PeriodPill({ definition, asked }: { definition: Definition; asked: Asked }) {
  const t = useT();
  const f = useF();
  const { period, own, ask, known, words, change } = asked;
  const offered = periodsOf(definition);
  if (offered.length === 0 || period === undefined) return null;
  const days = `${own.from ? f.day(own.from) : ""}–${own.to ? f.day(own.to) : ""}`;
  const value = period === "own" ? days : t(`reports.period.${period}`);
  const chosen = period === "own" || periodNamed(words.get("periode")) !== undefined;
  const set = (to: Record<string, string | undefined>) =>
    change({ periode: undefined, fra: undefined, til: undefined, ...to });
  return (
    <Pill name={t("payments.period")} value={value} {...(chosen ? { onClear: () => set({}) } : {})}>
      {(close) => (
        <div className={css.periods}>
          <Options
            label={t("payments.period")}
            value={period === "own" ? "" : period}
            options={offered.map((one) => ({ value: one, label: t(`reports.period.${one}`) }))}
            onChoose={(one) => {
              set({ periode: periodWords[one as keyof typeof periodWords] });
              close();
            }}
          />
          <PeriodForm
            from={period === "own" ? own.from : ask.from}
            to={period === "own" ? own.to : ask.to}
            latest={definition.span === "falls" ? undefined : known}
            onSet={({ from, to }) => {
              set({ fra: from, til: to });
              close();
            }}
          />
        </div>
      )}
    </Pill>
  );
}
