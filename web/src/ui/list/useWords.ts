import { useRef } from "react";
import { useSearchParams } from "react-router";

/** The words of the address, and how they are changed: nothing lets a word go, what is not named stays. */
export function useWords() {
  const [words, setWords] = useSearchParams();
  // A search is told a moment after the last key, and a filter may have been pressed in between: neither undoes the other.
  const now = useRef(words);
  now.current = words;
  const change = (changed: Record<string, string | undefined>) => {
    const next = new URLSearchParams(now.current);
    for (const [name, value] of Object.entries(changed)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    now.current = next;
    setWords(next, { replace: true });
  };
  /** The address with one word changed. */
  const to = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(words);
    if (value) next.set(name, value);
    else next.delete(name);
    return `?${next}`;
  };
  return { words, change, to };
}
