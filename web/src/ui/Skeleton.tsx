import type { ReactNode } from "react";
import { useT } from "~/text/texts";
import css from "./Skeleton.module.css";

/** A bar where words will be, of the final size. */
export function Bar({ width = "60%", height = 12 }: { width?: number | string; height?: number }) {
  return <span className={css.bar} style={{ width, height }} />;
}

/** Tells the ear that something is on its way, while the eye sees bars. */
export function Waiting({ children, label }: { children: ReactNode; label?: string }) {
  const t = useT();
  return (
    <div aria-busy="true">
      <span className="ear-only" role="status">
        {label ?? t("common.waiting")}
      </span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** So many lines of a list, each of its final height. */
export function WaitingRows({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Waiting>
      {Array.from({ length: rows }, (_, n) => (
        <div key={n} className={css.row} style={{ height }}>
          <Bar width={`${38 - (n % 3) * 7}%`} />
          <Bar width={70} />
        </div>
      ))}
    </Waiting>
  );
}
