import { useEffect } from "react";

/** What had the focus when something opened over the page gets it back when that is gone, unless the page has moved it. */
export function useFocusBack(open: boolean): void {
  useEffect(() => {
    const before = document.activeElement;
    if (!open || !(before instanceof HTMLElement)) return undefined;
    return () => {
      setTimeout(() => {
        const nowhere = document.activeElement === document.body || document.activeElement === null;
        if (nowhere && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, [open]);
}
