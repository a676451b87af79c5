import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { type Job, jobOf } from "~/api/jobs";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import { isZero } from "~/format/money";
import { readDay, readPercent } from "~/format/read";
import { useF } from "~/text/format";
import { type TextId, useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { DayField, rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { JobProgress } from "~/ui/JobProgress";
import { Progress } from "~/ui/Progress";
import { actOnMany, type BulkAct, type BulkKind, type BulkResult, longFrom, mostAtOnce, type Which } from "../api/bulk";
import { type BulkForeseen, foreseeMany } from "../api/foresee";
import { RateField, WhyField } from "./ActFields";
import css from "./Acts.module.css";
import { CourseField } from "./CourseField";
import { ForeseeMany } from "./ForeseeMany";
import { ManyRefused, TooMany, useManyDone } from "./ManyResult";
import { useForesight } from "./useForesight";
import { shapes } from "./wish";

interface Props {
  act: BulkKind;
  which: Which;
  count: number;
  sum: string | undefined;
  /** The course the cases are moved to, when it is no question. */
  course?: { name: string; version: number };
  onClose: () => void;
  onDone: () => void;
}

/** The acts that are offered for many, each with its verb and what it means. */
const manyActs: Partial<Record<BulkKind, { verb: TextId; text: TextId }>> = {
  pause: { verb: "act.pause", text: "pause.text" },
  resume: { verb: "act.resume", text: "bulk.resume" },
  approve_letter: { verb: "act.approve_letters", text: "bulk.approve" },
  settle_objection: { verb: "act.settle_objection", text: "bulk.settle" },
  withdraw: { verb: "act.withdraw", text: "bulk.withdraw" },
  take_step: { verb: "act.take_step", text: "bulk.take_step" },
  close_rest: { verb: "act.close_rest", text: "bulk.close_rest" },
  course: { verb: "act.course", text: "bulk.course" },
  interest: { verb: "act.interest", text: "bulk.interest" },
  reopen: { verb: "act.reopen", text: "bulk.reopen" },
};

/** What is looked at before it is done. */
const ahead = new Set<BulkKind>(["withdraw", "take_step", "close_rest", "course", "interest", "reopen"]);
const givesUp = new Set<BulkKind>(["withdraw", "close_rest"]);

type Typed = Record<"until" | "why" | "course" | "rate", string>;

const fieldsOf = (act: BulkKind) =>
  rules.shape({
    until: act === "pause" ? shapes.until : rules.text(),
    why: rules.text(),
    course: act === "course" ? shapes.course : rules.text(),
    rate: act === "interest" ? shapes.rate : rules.text(),
  });

function bodyOf(act: BulkKind, which: Which, typed: Typed, today: string): BulkAct {
  const body: BulkAct = { act, ...which };
  const day = act === "pause" ? readDay(typed.until, today) : undefined;
  if (day) body.until = day;
  if (act === "withdraw" && typed.why) body.why = typed.why as NonNullable<BulkAct["why"]>;
  if (act === "course") body.course = typed.course;
  if (act === "interest") body.rate = readPercent(typed.rate) ?? null;
  return body;
}

/** One act for many cases: what it would do first, then what came of each; each that was refused says why. */
export function ManyDialog({ act, which, count, sum, course, onClose, onDone }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const word = useCourse();
  const key = useIntent();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [job, setJob] = useState<number>();
  const [result, setResult] = useState<BulkResult>();
  const fields = fieldsOf(act);
  const form = useFields(fields, { until: "", why: "", course: course?.name ?? "", rate: "" });
  const typed = useWatch({ control: form.control }) as Typed;
  const ready = Object.keys(fields(typed)).length === 0;
  const looks = ahead.has(act) && count <= mostAtOnce;
  const asks = looks && ready && !result && job === undefined ? bodyOf(act, which, typed, f.today) : undefined;
  const sight = useForesight([org, "many"], (one: BulkAct) => foreseeMany(org, one), asks);
  const panel = useRef<HTMLElement>(null);
  const { verb: verbId, text } = manyActs[act] ?? { verb: "act.pause", text: "pause.text" };
  const verb = t(verbId);
  const came = useManyDone(verb);
  const take = useCallback(
    async (answered: BulkResult) => {
      await came(answered);
      onDone();
      if (answered.refused.length) setResult(answered);
      else onClose();
    },
    [came, onDone, onClose],
  );
  const ended = useCallback((done: Job) => void take(done.answer as BulkResult), [take]);
  const save = async (values: Typed) => {
    const body = bodyOf(act, which, values, f.today);
    // A press that was quicker than the answer: the price stands there now, and the next press means it.
    if (givesUp.has(act) && !sight.seen && (await sight.now(body).catch(() => undefined))) {
      panel.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const answered = await actOnMany(org, body, key(body), count >= longFrom);
      const long = jobOf(answered);
      if (long) {
        setJob(long.job);
        await queries.invalidateQueries({ queryKey: ["jobs"] });
      } else await take(answered as BulkResult);
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title={t("bulk.title", { n: count, act: verb })}
      act={useManyVerb(verb, act, sight.seen)}
      form={form}
      onSave={save}
      onClose={onClose}
      instead={
        count > mostAtOnce ? (
          <TooMany count={count} />
        ) : result ? (
          <ManyRefused result={result} />
        ) : (
          job !== undefined && <JobProgress job={job} label={t("bulk.running")} onEnd={ended} />
        )
      }
    >
      <div className={css.lead}>
        {sum && <p>{t("bulk.sum", { sum: f.money(sum) })}</p>}
        <p>{t(text)}</p>
      </div>
      {act === "pause" && <DayField name="until" label={t("pause.until")} help={t("pause.until.help")} />}
      {act === "withdraw" && <WhyField />}
      {act === "interest" && <RateField />}
      {act === "course" &&
        (course ? <p>{t("move.fixed", { course: word(course.name), n: course.version })}</p> : <CourseField />)}
      {looks && <ForeseeMany of={sight} ready={ready} ref={panel} />}
      {busy && <Progress label={t("bulk.running")} done={0} />}
    </FormDialog>
  );
}

/** The verb on the button, with what is given up when that is all of it. */
function useManyVerb(verb: string, act: BulkKind, seen: BulkForeseen | undefined): string {
  const t = useT();
  const f = useF();
  if (!seen || !givesUp.has(act) || !isZero(seen.after) || isZero(seen.before)) return verb;
  return t("act.with.off", { act: verb, sum: f.money(seen.before) });
}
