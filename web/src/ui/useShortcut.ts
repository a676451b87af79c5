import { useEffect, useRef } from "react";

const writes = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';

/**
 * Keys of the page. Letters count only when no text field has focus and nothing floats; "mod+k" always. A handler that
 * answers false leaves the key to the browser.
 */
export function useShortcuts(keys: Record<string, (event: KeyboardEvent) => unknown>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      if (event.altKey) return;
      const name = `${mod ? "mod+" : ""}${event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key) ? "shift+" : ""}${event.key.toLowerCase()}`;
      const act = latest.current[name];
      if (!act) return;
      const target = event.target as HTMLElement;
      if (!mod && target.closest?.(writes)) return;
      if (!mod && document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return;
      if (!mod && event.key === "Enter" && target.closest?.("a, button, summary")) return;
      if (act(event) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, []);
}
