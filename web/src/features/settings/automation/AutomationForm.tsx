import { type ReactNode, useId, useState } from "react";
import { type Automation, rulesOf, setAutomation, useAutomationMoved } from "~/api/automation";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { Checks } from "~/ui/Checks";
import { Ends } from "~/ui/Ends";
import { BareCheck } from "~/ui/form/Bare";
import { BareField } from "~/ui/form/BareField";
import { ProblemNotice } from "~/ui/Notice";
import { Options } from "~/ui/Options";
import { useDone } from "~/ui/Toasts";
import css from "./Automation.module.css";
import { Customers } from "./Customers";
import { Excluded } from "./Excluded";
import { Groups } from "./Groups";
import { Levels } from "./Levels";
import { type Faults, ruleFaults, type Typed, typedOf, wishOf } from "./rules";
import { StillDays } from "./StillDays";

const kinds = ["person", "company", "sole_trader", "public"] as const;
const steps = ["nudge", "reminder", "notice", "demand"] as const;

interface Props {
  now: Automation;
  etag: string | undefined;
  may: boolean;
}

/** All rules, set at once and kept with who and when. */
export function AutomationForm({ now, etag, may }: Props) {
  const t = useT();
  const org = useOrg();
  const id = useId();
  const done = useDone();
  const moved = useAutomationMoved();
  const [typed, setTyped] = useState<Typed>(() => typedOf(now));
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const save = async () => {
    const wrong = ruleFaults(typed);
    setFaults(wrong);
    if (Object.keys(wrong).length || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const kept = await setAutomation(org, { ...rulesOf(now), ...wishOf(typed) }, etag);
      await moved();
      done({ text: kept.cases_changed ? t("auto.saved.changed", { n: kept.cases_changed }) : t("auto.saved") });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const fault = (name: keyof Faults) => (faults[name] ? t(faults[name]) : undefined);
  const part = (title: string, lead: string | undefined, inside: ReactNode) => (
    <fieldset className={css.part} disabled={!may}>
      <legend>{title}</legend>
      {lead && <p className={css.lead}>{lead}</p>}
      {inside}
    </fieldset>
  );
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {part(
        t("auto.start.title"),
        undefined,
        <Options
          label={t("auto.start")}
          value={typed.start}
          options={(["off", "propose", "do"] as const).map((value) => ({ value, label: t(`auto.start.${value}`) }))}
          onChoose={(start) => set({ start })}
        />,
      )}
      {part(
        t("auto.criteria"),
        undefined,
        <>
          <div className={css.pair}>
            <BareField
              id={`${id}-least`}
              label={t("auto.least")}
              help={t("auto.least.help")}
              kind="amount"
              suffix="kr"
              value={typed.least}
              onType={(least) => set({ least })}
              fault={fault("least")}
            />
            <BareField
              id={`${id}-days`}
              label={t("auto.days")}
              help={t("auto.days.help")}
              kind="code"
              value={typed.days}
              onType={(days) => set({ days })}
              fault={fault("days")}
            />
          </div>
          <p className={css.lead}>{t("auto.kinds")}</p>
          <Checks
            label={t("auto.kinds")}
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            picked={typed.kinds}
            onPick={(picked) => set({ kinds: picked })}
          />
          <BareCheck
            label={t("auto.skip")}
            help={t("auto.skip.help")}
            on={typed.skip}
            onTurn={(skip) => set({ skip })}
          />
        </>,
      )}
      {part(
        t("auto.excluded"),
        t("auto.excluded.text"),
        <Excluded rows={typed.excluded} onChange={(excluded) => set({ excluded })} />,
      )}
      {part(
        t("auto.groups"),
        t("auto.groups.text"),
        <Groups typed={typed} may={may} fault={faults.group} onChange={set} />,
      )}
      {part(
        t("auto.still"),
        undefined,
        <StillDays rows={typed.still} fault={fault("still")} onChange={(still) => set({ still })} />,
      )}
      {part(
        t("auto.approve"),
        t("auto.approve.text"),
        <Checks
          label={t("auto.approve")}
          options={steps.map((value) => ({ value, label: t(longName(value) ?? "letter.letter") }))}
          picked={typed.approve as (typeof steps)[number][]}
          onPick={(approve) => set({ approve })}
        />,
      )}
      {part(
        t("auto.levels"),
        t("auto.levels.text"),
        <Levels levels={typed.levels} onChange={(levels) => set({ levels })} />,
      )}
      {part(
        t("auto.customers"),
        undefined,
        <Customers rows={typed.customers} may={may} onChange={(customers) => set({ customers })} />,
      )}
      {part(
        t("auto.running"),
        t("auto.running.text"),
        <div className={css.pair}>
          <BareField
            id={`${id}-rest`}
            label={t("criteria.rest")}
            help={t("criteria.rest.help")}
            kind="amount"
            suffix="%"
            value={typed.rest}
            onType={(rest) => set({ rest })}
            fault={fault("rest")}
          />
          <BareField
            id={`${id}-close`}
            label={t("criteria.close")}
            kind="amount"
            suffix="kr"
            value={typed.close}
            onType={(close) => set({ close })}
            fault={fault("close")}
          />
        </div>,
      )}
      {problem && <ProblemNotice problem={problem} />}
      {may && (
        <Ends>
          <Button kind="primary" type="submit" busy={busy}>
            {t("common.save")}
          </Button>
        </Ends>
      )}
    </form>
  );
}
