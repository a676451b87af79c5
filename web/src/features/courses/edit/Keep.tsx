import { useState } from "react";
import { useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { keepCourse, useCoursesMoved } from "../api/courses";
import { bodyOf, type Draft, unread } from "../draft";
import { letDraftGo } from "../useDraft";

/** Keeps the course as a version, and tells which. What the server refuses stands where one pressed. */
export function useKeep(name: string, known: number, draft: Draft | undefined) {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const done = useDone();
  const moved = useCoursesMoved();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [tried, setTried] = useState(false);
  const keep = async () => {
    if (busy || !draft) return;
    setTried(true);
    if (name.trim() === "" || unread(draft).length > 0) {
      setProblem(undefined);
      // Once the faults stand at their fields.
      setTimeout(() => document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus());
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const kept = await keepCourse(org, name.trim(), bodyOf(draft), known);
      letDraftGo();
      await moved();
      done({ text: t("courses.kept", { n: kept.version }) });
      go(`/${org}/lop/ett?navn=${encodeURIComponent(kept.name)}`, { replace: true });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    problem,
    /** Somebody has tried to keep it. */
    tried,
    button: (
      <Button kind="primary" busy={busy} onPress={keep}>
        {t(known ? "courses.keep.version" : "courses.keep")}
      </Button>
    ),
    notice: problem && problem.field !== "name" && <ProblemNotice problem={problem} />,
  };
}
