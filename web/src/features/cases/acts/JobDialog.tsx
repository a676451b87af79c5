import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Job } from "~/api/jobs";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { JobProgress } from "~/ui/JobProgress";
import type { BulkResult } from "../api/bulk";
import { ManyRefused } from "./ManyResult";

/** Long work that one left, found again: how far it is, and what came of it. */
export function JobDialog({ job, onClose }: { job: number; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [result, setResult] = useState<BulkResult>();
  const ended = useCallback(
    (done: Job) => {
      setResult(done.answer as BulkResult);
      void queries.invalidateQueries();
    },
    [queries],
  );
  return (
    <Dialog title={t("job.running", { what: t("nav.cases") })} open onClose={onClose}>
      {result ? <ManyRefused result={result} /> : <JobProgress job={job} label={t("bulk.running")} onEnd={ended} />}
      <Ends>
        <Button kind="primary" onPress={onClose}>
          {t("common.close")}
        </Button>
      </Ends>
    </Dialog>
  );
}
