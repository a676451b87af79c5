import type { Status } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { statusWords } from "~/text/words";
import { Checks } from "~/ui/Checks";
import { DayPicker } from "~/ui/DayPicker";
import { GroupPill } from "~/ui/debtor/GroupPill";
import { ClearFilters } from "~/ui/list/ClearFilters";
import { Pill } from "~/ui/Pill";
import type { Definition } from "../api/reports";
import { type Asked, narrowsBy } from "../useAsk";
import { CustomerPill } from "./CustomerPill";
import { PeriodPill } from "./PeriodPill";
import css from "./Report.module.css";

const statuses = Object.keys(statusWords) as Status[];

interface Props {
  definition: Definition;
  asked: Asked;
  /** Every creditor side by side: then nothing parts the table, and no customer narrows it. */
  everyone: boolean;
}

/** Of which days, as it was known when, parted by what, and narrowed to what. All of it stands in the address. */
export function Controls({ definition, asked, everyone }: Props) {
  const t = useT();
  const f = useF();
  const { ask, known, per, change, clear, filters } = asked;
  const narrows = narrowsBy(definition);
  const heads = new Map<string, string>(definition.may.map(({ id, head }) => [id, head]));
  const by = ask.by ?? definition.by;
  const joined = (words: (string | undefined)[]) => (words.length ? words.join(", ") : undefined);
  return (
    <search className={css.controls}>
      <PeriodPill definition={definition} asked={asked} />
      <DayPicker
        className={css.known}
        day={known}
        lead={t("reports.known.lead")}
        label={t("reports.known.choose", { day: f.words(known) })}
        onChoose={(day) => change({ per: day >= f.today ? undefined : day })}
        {...(per ? { back: t("reports.known.today"), onBack: () => change({ per: undefined }) } : {})}
      />
      {!everyone && definition.may.length > 1 && (
        <Pill
          name={t("reports.by")}
          value={joined(by.map((one) => heads.get(one)))}
          {...(ask.by ? { onClear: () => change({ delt: undefined }) } : {})}
        >
          {() => (
            <div className={css.parting}>
              <p>{t("reports.by.help")}</p>
              <Checks
                label={t("reports.by")}
                options={definition.may.map(({ id, head }) => {
                  const n = by.indexOf(id);
                  return { value: id, label: n >= 0 && by.length > 1 ? `${head} (${n + 1})` : head };
                })}
                picked={by}
                onPick={(picked) => change({ delt: picked.slice(-5).join(",") || undefined })}
              />
            </div>
          )}
        </Pill>
      )}
      {narrows.status && (
        <Pill
          name={t("cases.status")}
          value={joined(ask.status?.map((one) => t(statusWords[one])) ?? [])}
          onClear={() => change({ status: undefined })}
        >
          {() => (
            <Checks
              label={t("cases.status")}
              options={statuses.map((value) => ({ value, label: t(statusWords[value]) }))}
              picked={ask.status ?? []}
              onPick={(picked) => change({ status: picked.join(",") })}
            />
          )}
        </Pill>
      )}
      {!everyone && narrows.customer && (
        <>
          <CustomerPill
            customer={ask.customer}
            onCustomer={(one) => change({ kunde: one === undefined ? undefined : String(one) })}
          />
          <GroupPill group={ask.group} onGroup={(gruppe) => change({ gruppe })} />
        </>
      )}
      <ClearFilters filters={filters} onClear={clear} />
    </search>
  );
}
