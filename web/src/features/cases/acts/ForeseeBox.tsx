import type { ReactNode, Ref } from "react";
import type { Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { ProblemNotice } from "~/ui/Notice";
import { Bar, Waiting } from "~/ui/Skeleton";
import css from "./Foresee.module.css";

interface Props {
  /** Whether enough is typed to ask. */
  ready: boolean;
  problem: Problem | undefined;
  /** A refusal stands here by itself. */
  bare: boolean;
  ref?: Ref<HTMLElement> | undefined;
  /** What the server foresees; nothing while it is asked. */
  children: ReactNode;
}

/** Where one sees what an act would do before it is done: it waits for the form, then for the server. */
export function ForeseeBox({ ready, problem, bare, ref, children }: Props) {
  const t = useT();
  return (
    <section className={css.box} data-bare={bare || undefined} aria-label={t("foresee.title")} ref={ref} tabIndex={-1}>
      {!ready ? (
        <p className={css.waits}>{t("foresee.waits")}</p>
      ) : problem ? (
        <ProblemNotice problem={problem} />
      ) : (
        (children ?? (
          <Waiting>
            {[62, 48].map((width) => (
              <p key={width} className={css.bars}>
                <Bar width={`${width}%`} />
              </p>
            ))}
          </Waiting>
        ))
      )}
    </section>
  );
}
