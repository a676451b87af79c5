import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import { useTrying } from "~/ui/useTrying";
import css from "../page/Payments.module.css";
import { usePlace } from "./usePlace";
import type { Line } from "./WaitingTab";

/** Cases that a payment may belong to, the best first, each with why, and the press that places it there. */
export function Suggestions({ line }: { line: Line }) {
  const t = useT();
  const org = useOrg();
  const may = useMay("register_payments");
  const place = usePlace(line);
  const { run, busy, problem } = useTrying();
  if (line.suggestions.length === 0) return <span className={css.quiet}>{t("payments.suggestions.none")}</span>;
  return (
    <ol className={css.suggestions}>
      {line.suggestions.map((one) => (
        <li key={one.case}>
          <Link to={`/${org}/saker/${one.case}`}>{t("palette.case", { case: String(one.case) })}</Link>{" "}
          <span className={css.quiet}>{one.hints.map((hint) => t(`payments.hint.${hint}`)).join(", ")}</span>
          {may && (
            <Button
              kind="text"
              busy={busy}
              onPress={() => void run(() => place(one.case, line.left))}
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
    </ol>
  );
}
