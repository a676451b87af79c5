import { readAmount } from "./read";

/** A percentage as it was typed, as the server wants it; empty: none. */
export const readPercent = (text: string) => text.trim().replace(/\s*%$/, "").replace(",", ".");

/** Criteria that were typed for some cases alone; what was left empty is left out, and all of it when both were. */
export function readCriteria(rest: string, close: string) {
  const percent = readPercent(rest);
  const limit = readAmount(close);
  if (!percent && !limit) return {};
  return {
    criteria: {
      ...(percent ? { rest_note_above_percent: percent } : {}),
      ...(limit ? { close_at_or_below: limit } : {}),
    },
  };
}
