import { type ReactNode, useId } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconLock } from "./icons";
import css from "./Locked.module.css";

interface Props {
  act: string;
  /** The day it can be done. */
  from?: string | undefined;
  reason: ReactNode;
}

/** What cannot be done yet: still in sight and focusable, with the reason beside it and the day it opens. */
export function Locked({ act, from, reason }: Props) {
  const t = useT();
  const f = useF();
  const why = useId();
  return (
    <div className={css.locked}>
      <button type="button" className={css.button} aria-disabled="true" aria-describedby={why}>
        <IconLock size={14} stroke={1.8} aria-hidden />
        {act}
      </button>
      <p id={why}>
        {from && <b>{t("locked.from", { day: f.words(from) })} </b>}
        {reason}
      </p>
    </div>
  );
}
