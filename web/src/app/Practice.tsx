import { lazy, Suspense, useState } from "react";
import { useMay, useMe, useOrg } from "~/api/me";
import { usePractice } from "~/api/practice";
import { useF } from "~/text/format";
import { useT, withWords } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconCalendarEvent } from "~/ui/icons";
import { ProblemNotice } from "~/ui/Notice";
import { useTrying } from "~/ui/useTrying";
import css from "./Stale.module.css";

const EndPractice = lazy(withWords(async () => (await import("./EndPractice")).EndPractice));

/** Over the pages of invented cases: that they are invented, where their clock stands, and the press that moves it. */
export function Practice() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const day = useMe()?.creditors.find((one) => one.org_number === org)?.practice_today;
  const mayMove = useMay("act_on_cases");
  const mayEnd = useMay("add_creditor");
  const practice = usePractice(org);
  const { run, busy, problem } = useTrying();
  const [ending, setEnding] = useState(false);
  if (!day) return null;
  const move = (days: number) => run(() => practice.move(days));
  return (
    <>
      <div className={css.line}>
        <IconCalendarEvent size={16} stroke={1.7} aria-hidden />
        <span role="status">{busy ? t("practice.moving") : t("practice.line", { day: f.words(day) })}</span>
        <div className={css.acts}>
          {mayMove && (
            <>
              <Button busy={busy} onPress={() => move(1)}>
                {t("practice.day")}
              </Button>
              <Button busy={busy} onPress={() => move(7)}>
                {t("practice.week")}
              </Button>
            </>
          )}
          {mayEnd && <Button onPress={() => setEnding(true)}>{t("practice.end")}</Button>}
        </div>
        <Suspense fallback={null}>{ending && <EndPractice onClose={() => setEnding(false)} />}</Suspense>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
