import type { Reason } from "~/api/types";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useRule } from "~/text/says";
import { useT } from "~/text/texts";
import { LawLink } from "~/ui/LawLink";
import css from "./Print.module.css";

/** Every reason why a letter may not leave: what is wrong with its section, what to do about it, and when it passes. */
export function Refusals({ of }: { of: Reason[] | undefined }) {
  const t = useT();
  const f = useF();
  const told = useTold();
  const rule = useRule();
  if (!of?.length) return null;
  return (
    <ul className={css.reasons}>
      {of.map((one) => {
        const { what, remedy, lang } = told(one);
        const passes = one.passes_on && f.words(one.passes_on);
        return (
          <li key={one.code + one.detail}>
            <span lang={lang}>{what}</span>{" "}
            {one.rule && !what.includes(rule(one.rule)) && (
              <>
                <LawLink rule={one.rule} />{" "}
              </>
            )}
            {remedy && (
              <span className={css.quiet} lang={lang}>
                {remedy}
              </span>
            )}{" "}
            {passes && !remedy?.includes(passes) && (
              <span className={css.quiet}>{t("print.passes", { day: passes })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
