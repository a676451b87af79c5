import { useEffect, useRef } from "react";
import { useSetting } from "~/api/settings";
import type { Held, Narrowing } from "~/ui/list/useHeld";
import type { Decision } from "../api/decisions";

const none: string[] = [];

/** The clients that somebody has ticked are ticked the next time too, on any machine; what the address says comes first. */
export function useKeptClients(
  held: Held<Decision>,
  isClients: (pill: Narrowing<Decision>) => boolean,
): Held<Decision> {
  const { value, known, keep } = useSetting<string[]>("decisions-clients", none);
  const { picked, onPick } = held;
  const begun = useRef(false);
  useEffect(() => {
    if (!known || begun.current) return;
    begun.current = true;
    const here = picked.find(({ pill }) => isClients(pill));
    if (here && picked.every(({ values }) => values.length === 0) && value.length > 0) onPick(here.pill, value);
  }, [known, value, picked, onPick, isClients]);
  return {
    ...held,
    onPick: (pill, values) => {
      if (isClients(pill)) keep([...values]);
      onPick(pill, values);
    },
    clear: () => {
      keep(none);
      held.clear();
    },
  };
}
