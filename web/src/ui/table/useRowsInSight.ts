import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { usePlace } from "./usePlace";

/** Rows kept ready over and under those in sight. */
const ready = 8;

const reach = (height: number, top: number, tall: number) => ({
  from: Math.floor(top / height) - ready,
  to: Math.ceil((top + tall) / height) + ready - 1,
});

interface Rows {
  count: number;
  /** Of a row, in pixels; all have the same. */
  height: number;
  /** What stands fixed over the rows, in pixels. */
  head: number;
}

/**
 * Which rows of a long list are in sight of the box that scrolls, with those kept ready: `first` to `last`, nothing when
 * there are none. `box` is given to the element; `show` brings a row into sight and moves no more than that.
 */
export function useRowsInSight({ count, height, head }: Rows) {
  const [element, box] = useState<HTMLElement | null>(null);
  const place = usePlace();
  // Before the box is there: what a window of this height could show, so that rows are drawn at once.
  const [seen, see] = useState(() => reach(height, place.top, window.innerHeight));

  const first = useRef(true);
  useLayoutEffect(() => {
    if (!element) return;
    const look = () => {
      const next = reach(height, element.scrollTop, element.clientHeight);
      see((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    const scrolled = () => {
      place.top = element.scrollTop;
      look();
    };
    // Back from a record the list stands as it was left; another question in the same page leaves it where it is.
    if (first.current) element.scrollTop = place.top;
    first.current = false;
    scrolled();
    element.addEventListener("scroll", scrolled, { passive: true });
    const sized = new ResizeObserver(look);
    sized.observe(element);
    return () => {
      element.removeEventListener("scroll", scrolled);
      sized.disconnect();
    };
  }, [element, place, height]);

  const show = useCallback(
    (index: number) => {
      if (!element) return;
      const over = index * height;
      const under = head + over + height - element.clientHeight;
      if (element.scrollTop > over) element.scrollTop = over;
      else if (element.scrollTop < under) element.scrollTop = under;
    },
    [element, height, head],
  );

  // A list that got shorter is looked at from its end.
  const last = Math.min(seen.to, count - 1);
  const from = Math.max(0, Math.min(seen.from, last - (seen.to - seen.from)));
  return { box, show, first: from, last };
}
