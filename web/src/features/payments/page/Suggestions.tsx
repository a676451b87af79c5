import { useState } from "react";
import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useF } from "~/text/format";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { assign, useMoneyMoved } from "../api/payments";
import css from "./Payments.module.css";
import type { Line } from "./PaymentsPage";

/** Cases that a payment may belong to, each with why, and the press that places it there. */
export function Suggestions({ line }: { line: Line }) {
  const t = useT();
  const f = useF();
  const says = useSays();
  const org = useOrg();
  const may = useMay("register_payments");
  const done = useDone();
  const moved = useMoneyMoved();
  const [problem, setProblem] = useState<Problem>();
  const take = async (number: number) => {
    try {
      await assign(org, line.line, number);
      done({ text: t("payments.placed", { amount: f.money(line.amount), case: String(number) }) });
      await moved();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  if (line.suggestions.length === 0) return <span className={css.quiet}>{t("payments.suggestions.none")}</span>;
  return (
    <ul className={css.suggestions}>
      {line.suggestions.map((one) => (
        <li key={one.case}>
          <Link to={`/${org}/saker/${one.case}`}>{t("palette.case", { case: String(one.case) })}</Link>{" "}
          <span className={css.quiet}>{says(one.why).text}</span>
          {may && (
            <Button
              kind="text"
              onPress={() => take(one.case)}
              label={t("payments.take.of", { case: String(one.case) })}
            >
              {t("payments.take")}
            </Button>
          )}
        </li>
      ))}
      {problem && (
        <li>
          <ProblemNotice problem={problem} />
        </li>
      )}
    </ul>
  );
}
