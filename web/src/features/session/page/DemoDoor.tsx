import { useState } from "react";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import { enterDemo } from "../api/requests";
import css from "./Door.module.css";
import { useInside } from "./useInside";

/** In a demo, and only there: one press leads inside as its invented owner. */
export function DemoDoor() {
  const t = useT();
  const inside = useInside();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const enter = async () => {
    setBusy(true);
    try {
      inside(await enterDemo());
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.demo}>
      <p>{t("login.demo.text")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Button wide onPress={enter} busy={busy}>
        {t("login.demo")}
      </Button>
    </div>
  );
}
