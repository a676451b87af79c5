import type { ReactNode } from "react";
import type { Problem } from "~/api/problem";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import css from "./Empty.module.css";
import { IconAlertTriangle, IconCircleCheck, IconInbox } from "./icons";

interface Props {
  title: string;
  /** good: nothing is here, and that is good news. */
  good?: boolean;
  small?: boolean;
  children?: ReactNode;
  acts?: ReactNode;
}

/** Nothing is here: what will be, and the way on. */
export function Empty({ title, good, small, children, acts }: Props) {
  const Icon = good ? IconCircleCheck : IconInbox;
  return (
    <div className={css.empty} data-small={small || undefined}>
      <span className={css.icon} data-good={good || undefined}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {acts && <div className={css.acts}>{acts}</div>}
    </div>
  );
}

/** It failed: the server's sentence, what to do, try again, and the code in small. */
export function Failure({ problem, again }: { problem: Problem; again?: () => void }) {
  const t = useT();
  const told = useTold()(problem);
  return (
    <div className={css.empty} role="alert">
      <span className={css.icon} data-bad>
        <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
      </span>
      <h2 lang={told.lang}>{told.what}</h2>
      {told.remedy && <p lang={told.lang}>{told.remedy}</p>}
      {again && (
        <div className={css.acts}>
          <Button onPress={again}>{t("common.again")}</Button>
        </div>
      )}
      <p className={css.code}>{t("failure.code", { code: problem.code })}</p>
    </div>
  );
}
