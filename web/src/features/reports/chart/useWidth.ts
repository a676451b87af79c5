import { useLayoutEffect, useRef, useState } from "react";

/** How wide a thing is, in pixels: what is drawn keeps the size of its words on a phone. */
export function useWidth<E extends HTMLElement>(first = 640) {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const look = () => box.clientWidth > 0 && setWidth(box.clientWidth);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return { ref, width };
}
