import { useId } from "react";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { channelWord, longName } from "~/text/words";
import { ButtonLink } from "~/ui/Button";
import { Checks } from "~/ui/Checks";
import { BareCheck, BareChoice } from "~/ui/form/Bare";
import { BareField } from "~/ui/form/BareField";
import { IconButton } from "~/ui/IconButton";
import { IconArrowDown, IconArrowUp, IconX } from "~/ui/icons";
import css from "../Courses.module.css";
import { channels, type DraftStep, freshStep, isLegal, kinds } from "../draft";
import { Faults } from "./Faults";
import type { CourseFault } from "./useFaults";

interface Props {
  step: DraftStep;
  number: number;
  last: boolean;
  faults: CourseFault[];
  /** Nothing can be changed: a course that comes with the program, or somebody who only reads. */
  off: boolean;
  onChange: (step: DraftStep) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** The letter whose words a step sends. */
const letterOf = (step: DraftStep["step"]) => (step === "nudge" ? "friendly_reminder" : step);

/** One step: what it is, its deadline and wait, fee, approval and ways; and what the law says to it. */
export function StepCard({ step, number, last, faults, off, onChange, onMove, onRemove }: Props) {
  const t = useT();
  const id = useId();
  const org = useOrg();
  const legal = isLegal(step.step);
  const name = t(longName(step.step) ?? "letter.letter");
  const fields = new Set(faults.map((one) => one.field.split(".").at(-1)));
  const set = (change: Partial<DraftStep>) => onChange({ ...step, ...change });
  return (
    <li className={css.step} data-bad={faults.length > 0 || undefined}>
      <fieldset>
        <legend className="ear-only">{t("courses.step.of", { n: number, step: name })}</legend>
        <div className={css.stepHead}>
          <span className={`${css.number} numbers`} aria-hidden="true">
            {number}
          </span>
          <BareChoice
            label={t("courses.step")}
            value={step.step}
            options={kinds.map((value) => ({ value, label: t(longName(value) ?? "letter.letter") }))}
            onChoose={(value) =>
              set({ ...freshStep(value as DraftStep["step"]), key: step.key, wait: step.wait, approval: step.approval })
            }
            off={off}
          />
          {!off && (
            <span className={css.moves}>
              {number > 1 && (
                <IconButton
                  plain
                  icon={IconArrowUp}
                  label={t("courses.up", { step: name })}
                  onPress={() => onMove(-1)}
                />
              )}
              {!last && (
                <IconButton
                  plain
                  icon={IconArrowDown}
                  label={t("courses.down", { step: name })}
                  onPress={() => onMove(1)}
                />
              )}
              <IconButton plain icon={IconX} label={t("courses.remove", { step: name })} onPress={onRemove} />
            </span>
          )}
        </div>
        <div className={css.numbers}>
          <BareField
            id={`${id}-wait`}
            label={t("courses.wait")}
            value={step.wait}
            kind="code"
            onType={(wait) => set({ wait })}
            off={off}
            fault={fields.has("wait_days") ? " " : undefined}
          />
          {!legal && (
            <BareField
              id={`${id}-deadline`}
              label={t("courses.deadline")}
              value={step.deadline}
              kind="code"
              onType={(deadline) => set({ deadline })}
              off={off}
              fault={fields.has("deadline_days") ? " " : undefined}
            />
          )}
        </div>
        <div className={css.checks}>
          {!legal && step.step !== "nudge" && (
            <BareCheck label={t("courses.fee")} on={step.fee} onTurn={(fee) => set({ fee })} off={off} />
          )}
          {(step.step === "notice" || step.step === "demand") && (
            <BareCheck
              label={t("courses.enforcement")}
              on={step.enforcement}
              onTurn={(enforcement) => set({ enforcement })}
              off={off}
            />
          )}
          <BareCheck
            label={t("courses.approval")}
            on={step.approval}
            onTurn={(approval) => set({ approval })}
            off={off}
          />
        </div>
        {!legal && (
          <div className={css.ways}>
            <span>{t("courses.channels")}</span>
            {off ? (
              <span>
                {step.channels.length
                  ? step.channels.map((one) => t(channelWord(one) ?? "channel.paper")).join(", ")
                  : t("courses.channels.any")}
              </span>
            ) : (
              <Checks
                label={t("courses.channels.of", { step: name })}
                options={channels.map((value) => ({ value, label: t(channelWord(value) ?? "channel.paper") }))}
                picked={step.channels.length ? step.channels : channels}
                onPick={(picked) =>
                  set({ channels: picked.length === channels.length || picked.length === 0 ? [] : picked })
                }
              />
            )}
          </div>
        )}
        {!legal && (
          <div>
            <ButtonLink kind="text" reload to={`/${org}/innstillinger/brevtekster/${letterOf(step.step)}/nb`}>
              {t("courses.text", { step: name })}
            </ButtonLink>
          </div>
        )}
        <Faults of={faults} />
      </fieldset>
    </li>
  );
}
