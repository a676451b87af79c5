import { useSyncExternalStore } from "react";

function watch(query: string) {
  return (tell: () => void) => {
    const list = matchMedia(query);
    list.addEventListener("change", tell);
    return () => list.removeEventListener("change", tell);
  };
}

/** Whether the page is as narrow as a phone. Only for what is another thing there; looks belong in the sheets. */
export function usePhone(): boolean {
  const query = "(max-width: 759px)";
  return useSyncExternalStore(watch(query), () => matchMedia(query).matches);
}
