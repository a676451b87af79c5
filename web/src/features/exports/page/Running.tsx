import { useCallback, useRef, useState } from "react";
import { goesOn, useJob } from "~/api/jobs";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { IconCircleCheck, IconDownload, IconX } from "~/ui/icons";
import { JobProgress } from "~/ui/JobProgress";
import { ProblemNotice } from "~/ui/Notice";
import { saveFile } from "~/ui/saveFile";
import { useTrying } from "~/ui/useTrying";
import { fileOfJob } from "../api/exports";
import css from "./Export.module.css";

interface Props {
  creditor: string;
  job: number;
  /** It was begun here, now: its file comes by itself when it is done. */
  mine: boolean;
  onClose: () => void;
}

/** A file on its way: how far, and when it is done the file itself. One may go elsewhere and come back. */
export function Running({ creditor, job: number, mine, onClose }: Props) {
  const t = useT();
  const { data: job } = useJob(creditor, number);
  // Who comes back to one that ended long ago is given it when he asks.
  const seen = useRef(mine);
  if (job && goesOn(job)) seen.current = true;
  const [got, setGot] = useState<{ name: string; rows: number | undefined }>();
  const { run, busy, problem } = useTrying();
  const take = useCallback(
    () =>
      run(async () => {
        const file = await fileOfJob(creditor, number);
        const name = file.name ?? t("nav.export");
        saveFile(name, file.bytes);
        setGot({ name, rows: file.rows });
      }),
    [run, creditor, number, t],
  );
  const ended = useCallback(() => {
    if (seen.current) void take();
  }, [take]);
  const over = job && !goesOn(job);
  const label = job && job.count > 0 ? t("exports.running.count", { n: job.count }) : t("exports.running");
  return (
    <section className={css.running} aria-label={t("exports.running.name")}>
      <div className={css.state} role={over ? "status" : undefined}>
        <JobProgress job={number} of={creditor} label={label} onEnd={ended} />
        {job?.state === "done" && (
          <p className={css.done}>
            <IconCircleCheck size={16} stroke={1.7} aria-hidden />
            <span>
              {got
                ? got.rows === 0
                  ? t("exports.done.none", { file: got.name })
                  : t("exports.done", { file: got.name, n: got.rows ?? 0 })
                : t("exports.ready")}
            </span>
          </p>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
      {over && (
        <div className={css.acts}>
          {job.state === "done" && (
            <Button icon={IconDownload} busy={busy} onPress={() => void take()}>
              {got ? t("exports.again") : t("exports.take")}
            </Button>
          )}
          <IconButton plain icon={IconX} label={t("common.close")} onPress={onClose} />
        </div>
      )}
    </section>
  );
}
