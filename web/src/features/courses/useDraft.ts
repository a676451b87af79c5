import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import type { Draft } from "./draft";

const place = "frist.course-draft";

interface Kept {
  /** The address it is written at. */
  at: string;
  name: string;
  draft: Draft;
}

/** The course that is being written in this tab, so that it can be played before it is stored, and a reload loses nothing. */
export function draftInHand(): Kept | undefined {
  try {
    const kept = sessionStorage.getItem(place);
    return kept ? (JSON.parse(kept) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

export const letDraftGo = () => sessionStorage.removeItem(place);

/** A draft of `first`, or what was written at this address and not stored. */
export function useDraft(first: Draft | undefined) {
  const { pathname, search } = useLocation();
  const at = pathname + search;
  const [typed, setTyped] = useState(() => {
    const kept = draftInHand();
    return kept?.at === at ? kept : undefined;
  });
  const [found, setFound] = useState(typed !== undefined);
  const mine = typed?.at === at ? typed : undefined;
  useEffect(() => {
    if (mine) sessionStorage.setItem(place, JSON.stringify(mine));
  }, [mine]);
  const draft = mine?.draft ?? first;
  const name = mine?.name ?? "";
  return {
    draft,
    name,
    /** It was written before, and is here again. */
    found: found && mine !== undefined,
    write: (next: Draft) => setTyped({ at, name, draft: next }),
    call: (next: string) => draft && setTyped({ at, name: next, draft }),
    /** Begins anew from what is stored. */
    reset: () => {
      letDraftGo();
      setTyped(undefined);
      setFound(false);
    },
  };
}
