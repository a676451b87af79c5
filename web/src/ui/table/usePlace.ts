import { useEffect } from "react";
import { useLocation } from "react-router";

/** Where one was in a list: how far down, and the keyboard's row. */
interface Place {
  top: number;
  at?: number | undefined;
}

const kept = "frist.places";
const most = 40;
const read = (): [string, Place][] => {
  try {
    return JSON.parse(sessionStorage.getItem(kept) ?? "[]") as [string, Place][];
  } catch {
    return [];
  }
};
/** By page of the history. Reloading keeps them; another window has its own. */
export const places = new Map(read());
addEventListener("pagehide", () => sessionStorage.setItem(kept, JSON.stringify([...places].slice(-most))));

/** The place in the list of this page of the history, to be written to; back from a record it is as it was left. */
export function usePlace(): Place {
  const { key, pathname, search } = useLocation();
  // The first page of a window has no key of its own: an address that is typed there anew is another list.
  const id = `${key} ${pathname}${search}`;
  const place = places.get(id) ?? { top: 0 };
  useEffect(() => {
    places.set(id, place);
  }, [id, place]);
  return place;
}
