import { useRef } from "react";

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A key that makes one wish count once: it stays while the same words are sent again after a silence, and is new for
 * other words.
 */
export function useIntent(): (words: unknown) => string {
  const kept = useRef({ words: "", key: "" });
  return (words) => {
    const text = JSON.stringify(words);
    if (kept.current.words !== text) kept.current = { words: text, key: fresh() };
    return kept.current.key;
  };
}

/** A key of its own, for a wish that is never repeated by itself. */
export const intent = fresh;
