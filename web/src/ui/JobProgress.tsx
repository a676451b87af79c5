import { useEffect, useRef } from "react";
import { cancelJob, goesOn, type Job, useJob } from "~/api/jobs";
import { useOrg } from "~/api/me";
import { asProblem, problemOf } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import { Failure } from "./Empty";
import css from "./JobProgress.module.css";
import { Notice, ProblemNotice } from "./Notice";
import { Progress } from "./Progress";
import { useTrying } from "./useTrying";

interface Props {
  job: number;
  label: string;
  /** Whose work it is, when it is not the page's creditor. */
  of?: string;
  /** It has ended well; its answer is in it. Told once. */
  onEnd: (job: Job) => void;
}

/** How many minutes are left, when as much goes on as did so far. */
function minutesLeft({ made, count, total }: Job): number | undefined {
  if (!total || count === 0) return undefined;
  const spent = Date.now() - Date.parse(made);
  return Math.round((spent * (total - count)) / count / 60_000);
}

/** Long work: how far, how long about, and that one may go on with something else; or why it ended. */
export function JobProgress({ job: number, label, of, onEnd }: Props) {
  const t = useT();
  const here = useOrg();
  const org = of ?? here;
  const { data: job, error, refetch } = useJob(org, number);
  const told = useRef(0);
  const stopping = useTrying();
  useEffect(() => {
    if (job?.state !== "done" || told.current === job.job) return;
    told.current = job.job;
    onEnd(job);
  }, [job, onEnd]);
  if (error && !job) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!job) return <Progress label={label} done={0} />;
  if (job.state === "cancelled") return <Notice tone="wait">{t("job.cancelled")}</Notice>;
  if (job.state === "failed") return <ProblemNotice problem={problemOf(job.answer, job.status ?? 0)} />;
  if (!goesOn(job)) return null;
  const left = minutesLeft(job);
  return (
    <div className={css.job}>
      <Progress label={label} done={job.count} {...(job.total ? { of: job.total } : {})} />
      <div className={css.line}>
        <p>
          {left !== undefined && `${t("job.left", { n: left })}. `}
          {t("job.leave")}
        </p>
        <Button busy={stopping.busy} onPress={() => stopping.run(() => cancelJob(org, number).finally(refetch))}>
          {t("job.cancel")}
        </Button>
      </div>
      {stopping.problem && <ProblemNotice problem={stopping.problem} />}
    </div>
  );
}
