import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import css from "./Progress.module.css";

/** Long work: what, and how far in numbers. */
export function Progress({ label, done, of }: { label: string; done: number; of?: number }) {
  const t = useT();
  const f = useF();
  return (
    <div className={css.progress}>
      <div className={css.line}>
        <b>{label}</b>
        {of !== undefined && (
          <span className="numbers">{t("progress.of", { done: f.count(done), of: f.count(of) })}</span>
        )}
      </div>
      <progress aria-label={label} max={of} value={of === undefined ? undefined : done} />
    </div>
  );
}
