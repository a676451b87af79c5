import type { ReactNode } from "react";
import { useT } from "~/text/texts";
import { IconX } from "./icons";
import css from "./ListFoot.module.css";
import { Money } from "./Money";
import { Bar } from "./Skeleton";

interface Props {
  /** In words; nothing while it is on its way. */
  count: string | undefined;
  label: string;
  sum?: string | undefined;
}

/** How many match, and what is open in all of them; never of the rows in sight only. */
export function ListFoot({ count, label, sum }: Props) {
  return (
    <div className={css.foot}>
      <span role="status">{count ?? <Bar width={70} />}</span>
      <span className={css.sum}>
        {label} <b>{sum === undefined ? <Bar width={90} /> : <Money of={sum} unit />}</b>
      </span>
    </div>
  );
}

interface PickedProps {
  count: string;
  sum: string | undefined;
  onLetGo: () => void;
  children: ReactNode;
}

/** The foot when something is picked: how many, how much, what can be done with them. */
export function PickedFoot({ count, sum, onLetGo, children }: PickedProps) {
  const t = useT();
  return (
    <div className={css.picked}>
      <b role="status">{count}</b>
      {sum !== undefined && <Money of={sum} unit />}
      <div className={css.acts}>
        {children}
        <button type="button" className={css.close} onClick={onLetGo} aria-label={t("cases.let-go")}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </button>
      </div>
    </div>
  );
}
