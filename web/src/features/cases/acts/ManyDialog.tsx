import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type Job, jobOf } from "~/api/jobs";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { type TextId, useT } from "~/text/texts";
import { DayField, rules } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";
import { JobProgress } from "~/ui/JobProgress";
import { Progress } from "~/ui/Progress";
import { actOnMany, type BulkAct, type BulkKind, type BulkResult, longFrom, type Which } from "../api/bulk";
import css from "./Acts.module.css";
import { ManyRefused, useManyDone } from "./ManyResult";

interface Props {
  act: BulkKind;
  which: Which;
  count: number;
  sum: string | undefined;
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
};

/** One act for many cases: how many and how much first, then what came of each; each that was refused says why. */
export function ManyDialog({ act, which, count, sum, onClose, onDone }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const key = useIntent();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [job, setJob] = useState<number>();
  const [result, setResult] = useState<BulkResult>();
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
  const save = async (until: string) => {
    const day = act === "pause" ? readDay(until, f.today) : undefined;
    const body: BulkAct = { act, ...which, ...(day ? { until: day } : {}) };
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
    <OneFieldDialog
      title={t("bulk.title", { n: count, act: verb })}
      lead={
        <div className={css.lead}>
          {sum && <p>{t("bulk.sum", { sum: f.money(sum) })}</p>}
          <p>{t(text)}</p>
        </div>
      }
      act={verb}
      rule={rules.optionalDay("fault.day")}
      onSave={save}
      onClose={onClose}
      instead={
        result ? (
          <ManyRefused result={result} />
        ) : (
          job !== undefined && <JobProgress job={job} label={t("bulk.running")} onEnd={ended} />
        )
      }
    >
      {act === "pause" && <DayField name="value" label={t("pause.until")} help={t("pause.until.help")} />}
      {busy && <Progress label={t("bulk.running")} done={0} />}
    </OneFieldDialog>
  );
}
