import type { ReactNode } from "react";
import type { Problem } from "~/api/problem";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { IconAlertTriangle, IconCircleCheck, IconPlayerPause } from "./icons";
import css from "./Notice.module.css";

interface Props {
  tone: "bad" | "wait" | "good" | "plain";
  children: ReactNode;
}

const icons = { bad: IconAlertTriangle, wait: IconPlayerPause, good: IconCircleCheck, plain: undefined };

/** A few words in the page that matter now. */
export function Notice({ tone, children }: Props) {
  const Icon = icons[tone];
  return (
    <div className={css.notice} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      {Icon && <Icon size={16} stroke={1.7} aria-hidden />}
      <div className={css.body}>{children}</div>
    </div>
  );
}

/** What the server refused, where the person pressed: its sentence, the remedy, and the code in small. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const t = useT();
  const told = useTold()(problem);
  return (
    <Notice tone="bad">
      <p lang={told.lang}>{told.what}</p>
      {told.remedy && <p lang={told.lang}>{told.remedy}</p>}
      <p className={css.code}>{t("failure.code", { code: problem.code })}</p>
    </Notice>
  );
}
