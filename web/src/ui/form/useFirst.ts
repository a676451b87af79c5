import { useEffect } from "react";

/** The field where one begins has the focus when its page opens. A dialog gives it itself, when it has come. */
export function useFirst(id: string, first: boolean | undefined) {
  useEffect(() => {
    const field = first ? document.getElementById(id) : null;
    if (field && !field.closest('[role="dialog"]')) field.focus();
  }, [id, first]);
}
