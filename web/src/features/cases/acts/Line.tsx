import { Fragment, type ReactNode } from "react";
import css from "./Foresee.module.css";

interface Props {
  what: string;
  amount: ReactNode;
  head?: string | undefined;
  children?: ReactNode;
}

/** What, and how much; perhaps a head before it, and a note below. */
export function Line({ what, amount, head, children }: Props) {
  return (
    <Fragment>
      {head && (
        <div className={css.head}>
          <dt>{head}</dt>
          <dd />
        </div>
      )}
      <div className={css.row}>
        <dt>{what}</dt>
        <dd>{amount}</dd>
        {children && <dd className={css.note}>{children}</dd>}
      </div>
    </Fragment>
  );
}
