import { useSyncExternalStore } from "react";

const watchers = new Set<() => void>();
const root = document.documentElement;
const read = () => root.getAttribute("data-density") === "compact";

function set(compact: boolean) {
  const name = compact ? "compact" : "comfortable";
  root.setAttribute("data-density", name);
  localStorage.setItem("frist.density", name);
  for (const tell of watchers) tell();
}

/** How close the rows of lists stand; the browser remembers. */
export function useDensity() {
  const compact = useSyncExternalStore((tell) => {
    watchers.add(tell);
    return () => watchers.delete(tell);
  }, read);
  return { compact, height: compact ? 32 : 44, turn: () => set(!compact) };
}
