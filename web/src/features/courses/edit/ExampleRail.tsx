import { useId, useState } from "react";
import { readAmount, readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { BareField } from "~/ui/form/BareField";
import { Notice } from "~/ui/Notice";
import { Options } from "~/ui/Options";
import { Bar, Waiting } from "~/ui/Skeleton";
import type { CourseCheck, Example, Relation } from "../api/courses";
import css from "../Courses.module.css";
import { Played } from "../Played";

interface Props {
  check: CourseCheck | undefined;
  stale: boolean;
  relation: Relation;
  onRelation: (relation: Relation) => void;
  onExample: (example: Example) => void;
}

/** The days the course would have for an example invoice; they move as one types. */
export function ExampleRail({ check, stale, relation, onRelation, onExample }: Props) {
  const t = useT();
  const f = useF();
  const told = useTold();
  const id = useId();
  const example = check?.example;
  const [amount, setAmount] = useState("10 000,00");
  const [due, setDue] = useState("");
  const leave = () => {
    const sum = readAmount(amount);
    const day = due.trim() ? readDay(due, f.today) : undefined;
    if (sum) setAmount(f.money(sum));
    if (day) setDue(f.day(day));
    onExample({ ...(sum ? { amount: sum } : {}), ...(day ? { due: day } : {}) });
  };
  const bad = due.trim() !== "" && !readDay(due, f.today);
  return (
    <section className={css.rail} aria-label={t("courses.example")}>
      <h2>{t("courses.example")}</h2>
      <Options
        label={t("courses.example.for")}
        value={relation}
        options={[
          { value: "consumer", label: t("courses.for.person") },
          { value: "business", label: t("courses.for.business") },
        ]}
        onChoose={onRelation}
      />
      <div className={css.pair}>
        <BareField
          id={`${id}-amount`}
          label={t("payment.amount")}
          value={amount}
          kind="amount"
          onType={setAmount}
          onLeave={leave}
          fault={readAmount(amount) ? undefined : t("fault.amount")}
        />
        <BareField
          id={`${id}-due`}
          label={t("ledger.due")}
          value={due}
          onType={setDue}
          onLeave={leave}
          fault={bad ? t("fault.day") : undefined}
        />
      </div>
      {example ? (
        <div data-stale={stale || undefined} className={css.days}>
          <p className={css.note} role="status">
            {t("courses.example.of", { amount: f.money(example.amount), due: f.words(example.due) })}
          </p>
          <Played days={example.timeline} whys />
        </div>
      ) : check?.cut ? (
        <Notice tone="wait">
          <span lang={told(check.cut).lang}>
            {told(check.cut).what} {told(check.cut).remedy}
          </span>
        </Notice>
      ) : check ? (
        <p className={css.note}>{t("courses.example.none")}</p>
      ) : (
        <Waiting>
          <Bar width="100%" height={200} />
        </Waiting>
      )}
    </section>
  );
}
