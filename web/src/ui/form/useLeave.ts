import type { ControllerFieldState, ControllerRenderProps } from "react-hook-form";

// Whether a press is under way: what leaves a field is often the press of something else.
let pressing = false;
if (typeof document !== "undefined") {
  document.addEventListener("pointerdown", () => (pressing = true), true);
  for (const end of ["pointerup", "pointercancel", "dragend"])
    document.addEventListener(end, () => (pressing = false), true);
}

/** Now, or when the press that is under way has reached what it was meant for. */
function afterPress(act: () => void): void {
  if (!pressing) {
    act();
    return;
  }
  const wait = () => {
    for (const end of ["pointerup", "pointercancel", "dragend"]) document.removeEventListener(end, wait, true);
    // The click comes after the pointer is up.
    setTimeout(act);
  };
  for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, wait, true);
}

/**
 * A field is asked about when it is left: not while nothing was typed in it, which is said on save, and not while
 * something else is being pressed, which a fault would move.
 */
export function useLeave(field: Pick<ControllerRenderProps, "onBlur">, state: ControllerFieldState): () => void {
  return () => {
    if (state.isDirty || state.error) afterPress(() => field.onBlur());
  };
}
