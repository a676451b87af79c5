import { useMemo } from "react";
import { useSetting } from "~/api/settings";
import type { Column } from "../table/types";
import type { useWords } from "./useWords";

interface Kept {
  hidden?: string[];
  /** Of those that are hidden until one asks for them. */
  extra?: string[];
}
const nothing: Kept = {};

/** The columns of a list, by what they are to the person. */
export interface ColumnSet {
  /** The name of the person's own setting. */
  setting: string;
  /** Every column, in its order. */
  all: readonly string[];
  /** Those nobody does without. */
  always: readonly string[];
  /** Those that are shown only when one asks for them. */
  extra: readonly string[];
}

/**
 * Which columns of a list are shown: as the address says it (`kol`), else the person's own choice, which follows the
 * person. `columns` is what a view keeps: nothing when it is the usual choice.
 */
export function useColumnChoice(
  set: ColumnSet,
  { words, change }: Pick<ReturnType<typeof useWords>, "words" | "change">,
) {
  const kept = useSetting(set.setting, nothing);
  const asked = words.get("kol");
  const { hidden: own, extra: wanted } = kept.value;
  const hidden = useMemo(() => {
    if (asked !== null) {
      const shown = asked.split(",");
      return set.all.filter((id) => !set.always.includes(id) && !shown.includes(id));
    }
    return set.all.filter((id) => (set.extra.includes(id) ? !wanted?.includes(id) : own?.includes(id)));
  }, [asked, own, wanted, set]);
  const shownOf = (without: readonly string[]) => set.all.filter((id) => !without.includes(id));
  const hide = (without: string[]) => {
    if (asked !== null) return change({ kol: shownOf(without).join(",") });
    const extra = set.extra.filter((id) => !without.includes(id));
    kept.keep({ hidden: without.filter((id) => !set.extra.includes(id)), ...(extra.length ? { extra } : {}) });
  };
  const usual = hidden.length === set.extra.length && hidden.every((id) => set.extra.includes(id));
  return { hidden, hide, columns: usual ? null : shownOf(hidden) };
}

/** Those one may do without, as one chooses among them. */
export function optionsOf<R>(columns: Column<R>[], { always }: ColumnSet) {
  return columns.filter(({ id }) => !always.includes(id)).map(({ id, head }) => ({ value: id, label: head }));
}
