import type { ReactNode } from "react";
import css from "./Ends.module.css";

/** The buttons at the end of a dialog or a form: the act last, at the right. */
export function Ends({ children }: { children: ReactNode }) {
  return <div className={css.ends}>{children}</div>;
}
