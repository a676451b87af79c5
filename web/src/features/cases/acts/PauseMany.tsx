import { useState } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { Act } from "~/api/types";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { DayField, Form, rules, useFields } from "~/ui/form";
import { Progress } from "~/ui/Progress";
import { useDone } from "~/ui/Toasts";
import { doAct, useCasesMoved } from "../api/act";
import css from "./Acts.module.css";

interface Props {
  cases: number[];
  onClose: () => void;
  onDone: () => void;
}

const fields = rules.shape({ until: rules.optionalDay("fault.day") });

/** Puts cases on hold, one by one; each that could not be says why. What was done can be undone. */
export function PauseMany({ cases, onClose, onDone }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const told = useTold();
  const moved = useCasesMoved();
  const form = useFields(fields, { until: "" });
  const [at, setAt] = useState<number>();
  const [refused, setRefused] = useState<{ number: number; problem: Problem }[]>([]);
  const save = async ({ until }: { until: string }) => {
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
    <Dialog title={t("pause.title", { n: cases.length })} open onClose={onClose}>
      {refused.length > 0 ? (
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
          <Ends>
            <Button kind="primary" onPress={onClose}>
              {t("common.close")}
            </Button>
          </Ends>
        </>
      ) : (
        <Form
          form={form}
          onSave={save}
          ends={
            <>
              <Button onPress={onClose}>{t("common.cancel")}</Button>
              <Button kind="primary" type="submit" busy={at !== undefined}>
                {t("act.pause")}
              </Button>
            </>
          }
        >
          <p className={css.lead}>{t("pause.text")}</p>
          <DayField name="until" label={t("pause.until")} help={t("pause.until.help")} />
          {at !== undefined && <Progress label={t("act.pause")} done={at} of={cases.length} />}
        </Form>
      )}
    </Dialog>
  );
}
