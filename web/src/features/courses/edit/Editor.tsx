import { type ReactNode, useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { IconPlus } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import { useSettled } from "~/ui/useSettled";
import { type Example, type Relation, useCheck } from "../api/courses";
import css from "../Courses.module.css";
import { bodyOf, type Draft, freshStep, kinds, moved, unread } from "../draft";
import { Criteria } from "./Criteria";
import { ExampleRail } from "./ExampleRail";
import { Faults } from "./Faults";
import { StepCard } from "./StepCard";
import { useFaults } from "./useFaults";

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  off: boolean;
  relation: Relation;
  /** Stands before the steps: the name, the versions. */
  children?: ReactNode;
}

/** A course as it is written: its steps and criteria with what the law says to each, and its days beside it. */
export function Editor({ draft, onChange, off, relation: first, children }: Props) {
  const t = useT();
  const org = useOrg();
  const faultsOf = useFaults();
  const [relation, setRelation] = useState<Relation>(first);
  const [example, setExample] = useState<Example>({});
  const settled = useSettled(draft);
  const asked = useCheck(org, bodyOf(settled), relation, example);
  const check = asked.data;
  const mine = unread(draft).map(({ field, wanted }) => ({
    field,
    says: t(`courses.unread.${wanted}`),
    rule: undefined,
    lang: undefined,
  }));
  // What cannot be read is said at once; what the server says of the same field, it says of what was typed before.
  const faults = [
    ...mine,
    ...faultsOf(check?.wrong ?? []).filter((one) => mine.every(({ field }) => field !== one.field)),
  ];
  const ofStep = (n: number) => faults.filter((one) => one.field.startsWith(`steps[${n}]`));
  const elsewhere = faults.filter((one) => one.field === "" || one.field === "steps");
  const setSteps = (steps: Draft["steps"]) => onChange({ ...draft, steps });
  return (
    <div className={css.columns}>
      <div className={css.main}>
        {children}
        <section>
          <h2>{t("courses.steps")}</h2>
          <ol className={css.steps}>
            {draft.steps.map((step, n) => (
              <StepCard
                key={step.key}
                step={step}
                number={n + 1}
                last={n === draft.steps.length - 1}
                faults={ofStep(n)}
                off={off}
                onChange={(changed) => setSteps(draft.steps.map((one) => (one.key === step.key ? changed : one)))}
                onMove={(by) => setSteps(moved(draft.steps, n, by))}
                onRemove={() => setSteps(draft.steps.filter((one) => one.key !== step.key))}
              />
            ))}
          </ol>
          {draft.steps.length === 0 && <p className={css.note}>{t("courses.steps.none")}</p>}
          {!off && (
            <Menu
              label={t("courses.add")}
              target={<Button icon={IconPlus}>{t("courses.add")}</Button>}
              items={kinds.map((kind) => ({
                text: t(longName(kind) ?? "letter.letter"),
                onPress: () => setSteps([...draft.steps, freshStep(kind)]),
              }))}
            />
          )}
          <Faults of={elsewhere} />
        </section>
        <Criteria draft={draft} faults={faults} off={off} onChange={(change) => onChange({ ...draft, ...change })} />
      </div>
      {asked.error && !check ? (
        <Failure problem={asProblem(asked.error)} again={asked.refetch} />
      ) : (
        <ExampleRail
          check={check}
          stale={asked.isPlaceholderData}
          relation={relation}
          onRelation={setRelation}
          onExample={setExample}
        />
      )}
    </div>
  );
}
