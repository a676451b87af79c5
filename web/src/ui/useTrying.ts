import { useCallback, useState } from "react";
import { asProblem, type Problem } from "~/api/problem";

/**
 * Something is tried where a person pressed: whether it goes on, and what was refused, to be said there. A second press
 * meanwhile does nothing. `run` answers whether it went well.
 */
export function useTrying() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      if (busy) return false;
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [busy],
  );
  const forget = useCallback(() => setProblem(undefined), []);
  return { run, busy, problem, forget };
}
