import type { Problem } from "~/api/problem";
import type { ActOffer } from "~/api/types";
import { actName } from "~/text/acts";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button, ButtonLink } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import type { Decision } from "../api/decisions";
import css from "./Decisions.module.css";

export interface RowProps {
  row: Decision;
  here: boolean;
  may: boolean;
  problem: Problem | undefined;
  press: (row: Decision, offer: ActOffer) => void;
}

/** What waits: the letter, or that somebody chooses. */
export function useWaits(): (row: Decision) => string {
  const t = useT();
  return ({ letter, acts }) => {
    const [only, second] = acts;
    const what = letter ?? (second ? undefined : only?.kind);
    const word = what ? longName(what) : undefined;
    return word ? t(word) : (what ?? t("decisions.choose"));
  };
}

/** The acts of a row, a press each; of several the keys 1 to 3 choose. What was refused says why, here. */
export function Choices({ row, may, problem, press }: Omit<RowProps, "here">) {
  const t = useT();
  const f = useF();
  const several = row.acts.length > 1;
  return (
    <>
      <div className={css.acts}>
        {!may && <span className={css.quiet}>{t("decisions.may-not")}</span>}
        {may &&
          row.acts.map((offer, n) => {
            const { id, values } = actName(offer);
            const name = t(id, values);
            const text = offer.cost ? t("decisions.cost", { act: name, sum: f.money(offer.cost) }) : name;
            return (
              <Button
                key={`${offer.act}${offer.kind ?? ""}`}
                kind={n === 0 ? "primary" : "quiet"}
                label={`${text}, ${row.name}, ${t("today.case", { case: String(row.case) })}`}
                keys={several ? String(n + 1) : "Enter"}
                onPress={() => press(row, offer)}
              >
                {text}
                {several && n < 3 && (
                  <kbd className={css.key} aria-hidden="true">
                    {n + 1}
                  </kbd>
                )}
              </Button>
            );
          })}
        {may && row.acts.length === 0 && (
          <ButtonLink to={`/${row.creditor}/saker/${row.case}`}>{t("keys.case")}</ButtonLink>
        )}
      </div>
      {problem && (
        <div className={css.problem}>
          <ProblemNotice problem={problem} />
        </div>
      )}
    </>
  );
}
