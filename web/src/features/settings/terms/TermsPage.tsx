import { useState } from "react";
import { asProblem, type Problem } from "~/api/problem";
import { type Terms, useAccept, useTerms } from "~/api/terms";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { ProblemNotice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { useDone } from "~/ui/Toasts";
import css from "../page/Settings.module.css";

type Row = Terms["rows"][number];

/** The terms that hold, to read and accept; and those of before. */
export function TermsPage() {
  const t = useT();
  const f = useF();
  const done = useDone();
  const accept = useAccept();
  const { data, error, refetch } = useTerms();
  const [problem, setProblem] = useState<Problem>();
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={8} />;
  const current = data.rows.find((row) => row.version === data.current);
  const others = data.rows.filter((row) => row !== current);
  if (data.rows.length === 0) return <Empty title={t("terms.none")} />;
  const take = async (version: number) => {
    setProblem(undefined);
    try {
      await accept(version);
      done({ text: t("terms.accepted.now") });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const shown = (row: Row) => (
    <>
      <p className={css.lead}>
        {t("terms.from", { day: f.words(row.from) })}
        {row.accepted && `. ${t("terms.accepted", { at: f.moment(row.accepted) })}`}
      </p>
      <p className={css.terms}>{row.text}</p>
    </>
  );
  return (
    <div className={css.body}>
      {current && (
        <section className={css.section}>
          <h2>{current.title}</h2>
          {shown(current)}
          {problem && <ProblemNotice problem={problem} />}
          {data.waiting && (
            <div>
              <Button kind="primary" onPress={() => take(current.version)}>
                {t("terms.accept")}
              </Button>
            </div>
          )}
        </section>
      )}
      {others.length > 0 && (
        <section className={css.section}>
          <h2>{t("terms.earlier")}</h2>
          {others.map((row) => (
            <details key={row.version}>
              <summary>
                {row.title}, {f.words(row.from)}
              </summary>
              {shown(row)}
            </details>
          ))}
        </section>
      )}
    </div>
  );
}
