import { useQueryClient } from "@tanstack/react-query";
import { doAct, useCasesMoved } from "~/api/acts";
import { useOrg } from "~/api/me";
import type { Act, ActOffer, Case } from "~/api/types";
import { actName } from "~/text/acts";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";

interface Read {
  value: Case;
  etag: string | undefined;
}

function held(one: Case, act: Act): Case {
  const { paused_until: _, ...rest } = one;
  if (act.act === "resume") return { ...rest, status: "going" };
  return { ...rest, status: "paused", ...(act.until ? { paused_until: act.until } : {}) };
}

/** Does an act and tells that it was done, with the way back where there is one. */
export function useAct(number: number, etag: string | undefined) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const moved = useCasesMoved();
  const queries = useQueryClient();
  /** A hold is shown at once, because it can be taken back; answers how to show again what was there. */
  const hold = (act: Act): (() => void) => {
    if (act.act !== "pause" && act.act !== "resume") return () => {};
    const key = ["case", org, number];
    const before = queries.getQueriesData<Read>({ queryKey: key });
    queries.setQueriesData<Read>({ queryKey: key }, (now) => now && { ...now, value: held(now.value, act) });
    return () => {
      for (const [one, data] of before) queries.setQueryData(one, data);
    };
  };
  return async (offer: ActOffer, act: Act) => {
    const back = hold(act);
    let result: Awaited<ReturnType<typeof doAct>>;
    try {
      result = await doAct(org, number, act, etag);
    } catch (error) {
      back();
      throw error;
    }
    await moved();
    const { id, values } = actName(offer);
    const undo = result.undo;
    done({
      text: t("act.done", { act: t(id, values), case: String(number) }),
      ...(undo ? { undo: () => doAct(org, number, undo).finally(moved) } : {}),
    });
  };
}

/** The same for an act that needs no words: one press. What the server refuses is `problem`, to be said where one pressed. */
export function useStraight(number: number, etag: string | undefined) {
  const act = useAct(number, etag);
  const { run, problem } = useTrying();
  const press = (offer: ActOffer) => {
    const { letter, other } = offer;
    void run(() => act(offer, { act: offer.act, ...(letter ? { letter } : {}), ...(other ? { other } : {}) }));
  };
  return { press, problem };
}
