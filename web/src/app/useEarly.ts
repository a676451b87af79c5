import { useCallback, useEffect, useRef } from "react";

/**
 * What is typed between the key that opens the palette and the moment when its field can be typed in: a part of the
 * program that is on its way loses no letter, and none of them is a key of the page. Answers how it is taken.
 */
export function useEarly(opened: boolean): () => string {
  const early = useRef<string>(undefined);
  const take = useCallback(() => {
    const typed = early.current ?? "";
    early.current = undefined;
    return typed;
  }, []);
  useEffect(() => {
    if (!opened) return undefined;
    early.current = "";
    const heard = (event: KeyboardEvent) => {
      if (early.current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1) early.current += event.key;
      else if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", heard, true);
    return () => {
      early.current = undefined;
      document.removeEventListener("keydown", heard, true);
    };
  }, [opened]);
  return take;
}
