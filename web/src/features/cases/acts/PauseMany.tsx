import { useState } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { Act } from "~/api/types";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { DayField, rules } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";
import { Progress } from "~/ui/Progress";
import { useDone } from "~/ui/Toasts";
import { doAct, useCasesMoved } from "../api/act";
import css from "./Acts.module.css";

interface Props {
  cases: number[];
  onClose: () => void;
  onDone: () => void;
}

/** Puts cases on hold, one by one; each that could not be says why. What was done can be undone. */
export function PauseMany({ cases, onClose, onDone }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const told = useTold();
  const moved = useCasesMoved();
  const [at, setAt] = useState<number>();
  const [refused, setRefused] = useState<{ number: number; problem: Problem }[]>([]);
  const save = async (until: string) => {
    const day = readDay(until, f.today);
    const undo: { number: number; act: Act }[] = [];
    const failed: typeof refused = [];
    for (const [n, number] of cases.entries()) {
      setAt(n);
      try {
        const result = await doAct(org, number, { act: "pause", ...(day ? { until: day } : {}) });
        if (result.undo) undo.push({ number, act: result.undo });
      } catch (error) {
        failed.push({ number, problem: asProblem(error) });
      }
    }
    setAt(undefined);
    setRefused(failed);
    await moved();
    const back = async () => {
      for (const { number, act } of undo) await doAct(org, number, act).catch(() => undefined);
      await moved();
    };
    if (failed.length < cases.length) done({ text: t("pause.done", { n: cases.length - failed.length }), undo: back });
    if (failed.length === 0) {
      onDone();
      onClose();
    }
  };
  return (
    <OneFieldDialog
      title={t("pause.title", { n: cases.length })}
      lead={<p className={css.lead}>{t("pause.text")}</p>}
      act={t("act.pause")}
      rule={rules.optionalDay("fault.day")}
      onSave={save}
      onClose={onClose}
      instead={
        refused.length > 0 && (
          <>
            <p className={css.lead}>{t("pause.refused", { n: refused.length })}</p>
            <ul className={css.refused}>
              {refused.map(({ number, problem }) => (
                <li key={number}>
                  <Link to={`/${org}/saker/${number}`}>{t("palette.case", { case: String(number) })}</Link>{" "}
                  {told(problem).what}
                </li>
              ))}
            </ul>
          </>
        )
      }
    >
      <DayField name="value" label={t("pause.until")} help={t("pause.until.help")} />
      {at !== undefined && <Progress label={t("act.pause")} done={at} of={cases.length} />}
    </OneFieldDialog>
  );
}
