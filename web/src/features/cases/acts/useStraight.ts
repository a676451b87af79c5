import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { Act, ActOffer } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { doAct, useCasesMoved } from "../api/act";
import { actName } from "../words";

/** Does an act and tells that it was done, with the way back where there is one. */
export function useAct(number: number, etag: string | undefined) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const moved = useCasesMoved();
  return async (offer: ActOffer, act: Act) => {
    const result = await doAct(org, number, act, etag);
    await moved();
    const { id, values } = actName(offer);
    const back = result.undo;
    done({
      text: t("act.done", { act: t(id, values), case: String(number) }),
      ...(back ? { undo: () => void doAct(org, number, back).then(moved, moved) } : {}),
    });
  };
}

/** The same for an act that needs no words: one press. What the server refuses is told in the toast's place. */
export function useStraight(number: number, etag: string | undefined) {
  const act = useAct(number, etag);
  const done = useDone();
  const told = useTold();
  return (offer: ActOffer) =>
    act(offer, {
      act: offer.act,
      ...(offer.letter ? { letter: offer.letter } : {}),
      ...(offer.other ? { other: offer.other } : {}),
    }).catch((error: unknown) => {
      const { what, remedy } = told(asProblem(error));
      done({ text: remedy ? `${what} ${remedy}` : what });
    });
}
