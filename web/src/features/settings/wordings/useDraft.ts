import { useEffect, useState } from "react";
import { useBlocker } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { dropWording, fetchWording, keepWording, type Tagged, useWordingsMoved, type Which } from "../api/wordings";

/** The words of a wording that letters have now. */
export const wordsOf = ({ value }: Tagged) => value.own ?? value.ours;

/**
 * What is written, what is stored, and the way from one to the other. What somebody else has stored meanwhile is
 * `theirs`: nothing is lost and nothing is overwritten before one has chosen.
 */
export function useDraft(which: Which, first: Tagged) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const moved = useWordingsMoved();
  const [stored, setStored] = useState(first);
  const [typed, setTyped] = useState(() => wordsOf(first));
  const [theirs, setTheirs] = useState<Tagged>();
  const [busy, setBusy] = useState(false);
  /** A hard text was not stored: the reason is asked for. */
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<{ of: string; what: Problem }>();
  const dirty = typed !== wordsOf(stored);

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);

  const doing = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      const what = asProblem(error);
      if (what.status === 412 || what.status === 409) setTheirs(await fetchWording(org, which));
      else if (what.code === "text.clarity") setAsking(true);
      else setProblem({ of: typed, what });
    } finally {
      setBusy(false);
    }
  };
  const settle = async (now: Tagged) => {
    setStored(now);
    setTheirs(undefined);
    setAsking(false);
    await moved();
  };

  return {
    stored,
    typed,
    write: setTyped,
    dirty,
    theirs,
    busy,
    asking,
    stopAsking: () => setAsking(false),
    /** What the server refused, as long as the text is the one that it refused. */
    problem: problem?.of === typed ? problem.what : undefined,
    blocker,
    /** Stores what is written; over `theirs` when one has seen that. */
    save: (reason = "") => {
      if (!dirty && !reason) return done({ text: t("wordings.unchanged") });
      return doing(async () => {
        await settle(await keepWording(org, which, typed, reason, (theirs ?? stored).etag));
        done({ text: t("wordings.saved") });
      });
    },
    takeTheirs: () => {
      if (!theirs) return;
      const mine = typed;
      setTyped(wordsOf(theirs));
      setStored(theirs);
      setTheirs(undefined);
      done({ text: t("wordings.theirs.taken"), undo: () => setTyped(mine) });
    },
    /** Back to our text, and with one press back to what stood there. */
    drop: () =>
      doing(async () => {
        const mine = typed;
        const { own, reason } = stored.value;
        if (own === null) {
          setTyped(stored.value.ours);
          done({ text: t("wordings.dropped"), undo: () => setTyped(mine) });
          return;
        }
        const now = await dropWording(org, which, stored.etag);
        await settle(now);
        setTyped(now.value.ours);
        const back = async () => {
          await settle(await keepWording(org, which, own, reason, now.etag));
          setTyped(mine);
        };
        done({
          text: t("wordings.dropped"),
          undo: () => void back().catch((error) => setProblem({ of: now.value.ours, what: asProblem(error) })),
        });
      }),
  };
}
