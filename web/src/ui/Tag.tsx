import type { ReactNode } from "react";
import css from "./Tag.module.css";

export type Tone = "going" | "choice" | "wait" | "bad" | "good" | "done";

const marks: Record<Tone, ReactNode> = {
  going: <circle cx="5" cy="5" r="3.6" />,
  choice: <path d="M5 .8 9.2 5 5 9.2.8 5Z" />,
  wait: <path d="M2 1.5h2v7H2zM6 1.5h2v7H6z" />,
  bad: <path d="M5 1 9.4 8.8H.6Z" />,
  good: <path d="m1.4 5.4 2.4 2.4 4.8-5.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  done: <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

interface Props {
  tone: Tone;
  /** In a table: mark and word without a ground. */
  quiet?: boolean;
  children: ReactNode;
}

/** A state: word, tone and a mark of its own shape, always together. */
export function Tag({ tone, quiet, children }: Props) {
  return (
    <span className={quiet ? css.quiet : css.tag} data-tone={tone}>
      <svg className={css.mark} viewBox="0 0 10 10" aria-hidden="true" fill="currentColor">
        {marks[tone]}
      </svg>
      {children}
    </span>
  );
}
