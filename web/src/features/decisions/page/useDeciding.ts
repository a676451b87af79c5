import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { doAct, useCasesMoved } from "~/api/acts";
import { intent } from "~/api/key";
import { asProblem, type Problem } from "~/api/problem";
import type { ActOffer } from "~/api/types";
import { actName } from "~/text/acts";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { type Decision, type Decisions, decisionsKey, keyOf, wishOf, without } from "../api/decisions";

/**
 * Decides rows. A row is gone from the page when it is pressed; refused it is back where it stood, with the reason. The
 * list is not asked for anew each time: what was decided is taken out of it.
 */
export function useDeciding() {
  const t = useT();
  const done = useDone();
  const moved = useCasesMoved();
  const queries = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, Problem>>(new Map());
  const under = useRef(new Set<string>());
  // The same wish again after a silence is the same wish.
  const keys = useRef(new Map<string, string>());
  const did = useRef(false);
  useEffect(
    () => () => {
      if (did.current) void moved();
    },
    [moved],
  );

  const decide = useCallback(
    async (row: Decision, offer: ActOffer) => {
      const key = keyOf(row);
      if (under.current.has(key)) return;
      under.current.add(key);
      setGone((now) => new Set(now).add(key));
      setRefused((now) => lacking(now, key));
      const wish = wishOf(offer);
      const words = `${key} ${JSON.stringify(wish)}`;
      const once = keys.current.get(words) ?? intent();
      keys.current.set(words, once);
      try {
        const { undo } = await doAct(row.creditor, row.case, wish, undefined, once);
        keys.current.delete(words);
        did.current = true;
        // What was asked before the act was done still has the row.
        await queries.cancelQueries({ queryKey: decisionsKey });
        queries.setQueryData<Decisions>(decisionsKey, (now) => now && without(now, row));
        const { id, values } = actName(offer);
        done({
          text: t("decisions.done", { act: t(id, values), case: String(row.case), name: row.name }),
          ...(undo ? { undo: () => doAct(row.creditor, row.case, undo).finally(moved) } : {}),
        });
      } catch (error) {
        const problem = asProblem(error);
        if (problem.code !== "server.silent") keys.current.delete(words);
        setRefused((now) => new Map(now).set(key, problem));
      } finally {
        under.current.delete(key);
        setGone((now) => new Set([...now].filter((one) => one !== key)));
      }
    },
    [queries, done, moved, t],
  );
  return { gone, refused, decide };
}

function lacking(all: ReadonlyMap<string, Problem>, key: string): ReadonlyMap<string, Problem> {
  return all.has(key) ? new Map([...all].filter(([one]) => one !== key)) : all;
}
