import { useEffect, useState } from "react";
import { useShortcuts } from "../useShortcut";
import { usePlace } from "./usePlace";

interface Wishes {
  count: number;
  open: (index: number) => void;
  pick?: (index: number, to: boolean) => void;
  letGo?: () => void;
  search?: () => void;
}

/** A list worked with the keyboard: j k x Enter Esc and /. Answers the keyboard's row. */
export function useRowKeys({ count, open, pick, letGo, search }: Wishes): number | undefined {
  const place = usePlace();
  const [at, setAt] = useState(place.at);
  useEffect(() => {
    place.at = at;
  }, [place, at]);
  const move = (by: number) => () =>
    setAt((now) => (count === 0 ? undefined : Math.max(0, Math.min(count - 1, now === undefined ? 0 : now + by))));
  const here = at !== undefined && at < count ? at : undefined;
  useShortcuts({
    j: move(1),
    arrowdown: move(1),
    k: move(-1),
    arrowup: move(-1),
    enter: () => (here === undefined ? false : open(here)),
    x: () => (here === undefined || !pick ? false : pick(here, false)),
    "shift+x": () => (here === undefined || !pick ? false : pick(here, true)),
    escape: () => letGo?.(),
    "/": () => search?.(),
  });
  return here;
}
