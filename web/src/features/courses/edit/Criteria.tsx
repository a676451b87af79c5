import { useId } from "react";
import { useT } from "~/text/texts";
import { BareCheck } from "~/ui/form/Bare";
import { BareField } from "~/ui/form/BareField";
import css from "../Courses.module.css";
import type { Draft } from "../draft";
import { Faults } from "./Faults";
import type { CourseFault } from "./useFaults";

interface Props {
  draft: Draft;
  faults: CourseFault[];
  off: boolean;
  onChange: (change: Partial<Draft>) => void;
}

/** What bends the course: each with its meaning and what is usual. */
export function Criteria({ draft, faults, off, onChange }: Props) {
  const t = useT();
  const id = useId();
  const of = (field: string) => faults.filter((one) => one.field === field);
  const field = (
    name: "grace" | "restAbove" | "restDeadline" | "closeAt",
    text: "grace" | "rest-above" | "rest-deadline" | "close-at",
    server: string,
    suffix?: string,
  ) => (
    <div>
      <BareField
        id={`${id}-${name}`}
        label={t(`courses.var.${text}`)}
        help={t(`courses.var.${text}.help`)}
        value={draft[name]}
        kind={name === "closeAt" || name === "restAbove" ? "amount" : "code"}
        {...(suffix ? { suffix } : {})}
        onType={(value) => onChange({ [name]: value })}
        off={off}
        fault={of(server).length ? " " : undefined}
      />
      <Faults of={of(server)} />
    </div>
  );
  return (
    <section className={css.criteria}>
      <h2>{t("courses.vars")}</h2>
      {field("grace", "grace", "grace_banking_days")}
      <BareCheck
        label={t("courses.var.shift")}
        help={t("courses.var.shift.help")}
        on={draft.shift}
        onTurn={(shift) => onChange({ shift })}
        off={off}
      />
      {field("restAbove", "rest-above", "rest_note_above_percent", "%")}
      {field("restDeadline", "rest-deadline", "rest_note_deadline_days")}
      {field("closeAt", "close-at", "close_at_or_below", "kr")}
    </section>
  );
}
