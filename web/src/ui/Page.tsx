import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";
import { IconChevronLeft } from "./icons";
import css from "./Page.module.css";

interface Props {
  title: string;
  /** What identifies the thing, before its name: a case number. */
  number?: string;
  /** The way up. */
  up?: { to: string; text: string };
  /** Right after the name, on its line, at every width. */
  beside?: ReactNode;
  acts?: ReactNode;
  below?: ReactNode;
  tabs?: ReactNode;
  /** false: the page itself decides what scrolls. */
  scrolls?: boolean;
  foot?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** What fills the sheet: a head that stays, the thing itself, which scrolls, and perhaps a foot. */
export function Page({ title, number, up, beside, acts, below, tabs, scrolls = true, foot, narrow, children }: Props) {
  useEffect(() => {
    document.title = `${number ? `${number} ` : ""}${title} – Frist`;
  }, [title, number]);
  return (
    <div className={css.page}>
      <div className={css.head}>
        {up && (
          <Link className={css.up} to={up.to}>
            <IconChevronLeft size={14} stroke={1.8} aria-hidden />
            {up.text}
          </Link>
        )}
        <div className={css.line}>
          <div className={css.named} data-beside={beside ? true : undefined}>
            <h1 className={css.title}>
              {number && <span className={`${css.number} numbers`}>{number}</span>} {title}
            </h1>
            {beside}
          </div>
          {acts && <div className={css.acts}>{acts}</div>}
        </div>
        {below && <div className={css.below}>{below}</div>}
        {tabs}
      </div>
      <div className={scrolls ? css.scrolls : css.fixed}>
        {narrow ? <div className={css.narrow}>{children}</div> : children}
      </div>
      {foot}
    </div>
  );
}
