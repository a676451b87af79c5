import type { ReactNode } from "react";
import css from "./ListPage.module.css";

/** The tabs of a list, and at their right what is the person's own: views, and on a desk the columns. */
export function ListTabs({ tabs, views, desk }: { tabs: ReactNode; views: ReactNode; desk?: ReactNode }) {
  return (
    <div className={css.tabs}>
      {tabs}
      <div className={css.tools}>
        {views}
        {desk && <div className={css.desk}>{desk}</div>}
      </div>
    </div>
  );
}
