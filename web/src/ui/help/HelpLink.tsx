import type { ReactNode } from "react";
import css from "./Help.module.css";
import { type ArticleId, useHelp } from "./help";

/** Words that open an article beside what one is doing. */
export function HelpLink({ article, children }: { article: ArticleId; children: ReactNode }) {
  const { show } = useHelp();
  return (
    <button type="button" className={css.link} aria-haspopup="dialog" onClick={() => show(article)}>
      {children}
    </button>
  );
}
