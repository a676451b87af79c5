import { Link } from "react-router";
import { goesOn, type Job, useJobs } from "~/api/jobs";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { type TextId, useT } from "~/text/texts";
import css from "./Jobs.module.css";

const kinds: Record<string, { text: TextId; to: (job: Job) => string }> = {
  "ledger/import": { text: "nav.import", to: (job) => `import?jobb=${job.job}` },
  exports: { text: "nav.export", to: (job) => `eksport?jobb=${job.job}` },
  acts: { text: "nav.cases", to: (job) => `saker?jobb=${job.job}` },
};

/** Long work that goes on, always in sight: one press leads back to it. */
export function Jobs({ onGo }: { onGo: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const running = useJobs(org).data?.filter((job) => goesOn(job) && job.mine && kinds[job.what]) ?? [];
  if (running.length === 0) return null;
  return (
    <ul className={css.jobs}>
      {running.map((job) => {
        const kind = kinds[job.what]!;
        return (
          <li key={job.job}>
            <Link to={`/${org}/${kind.to(job)}`} onClick={onGo}>
              {t("job.running", { what: t(kind.text) })}
            </Link>{" "}
            {job.total !== null && (
              <span className="numbers">{t("progress.of", { done: f.count(job.count), of: f.count(job.total) })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
