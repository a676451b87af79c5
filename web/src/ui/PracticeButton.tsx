import { useState } from "react";
import { useNavigate } from "react-router";
import { useMay, useMe, useOrg } from "~/api/me";
import { usePractice } from "~/api/practice";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import { useHelp } from "./help/help";
import { ProblemNotice } from "./Notice";

/** Forty invented cases to try things on, with the tour; when they are there already, one goes to them. */
export function PracticeButton() {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const may = useMay("add_creditor");
  const there = useMe()?.creditors.find((one) => one.practice_today !== null)?.org_number;
  const { walk } = useHelp();
  const practice = usePractice(org);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (!may) return null;
  const begin = async () => {
    setBusy(true);
    try {
      go(`/${there ?? (await practice.begin())}`);
      walk(0);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onPress={begin} busy={busy}>
        {t("practice.begin")}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
