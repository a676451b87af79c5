import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigationType } from "react-router";
import type { ActOffer } from "~/api/types";
import { useShortcuts } from "~/ui/useShortcut";
import { type Decision, keyOf } from "../api/decisions";

interface Wishes {
  rows: Decision[];
  may: (row: Decision) => boolean;
  decide: (row: Decision, offer: ActOffer) => void;
  open: (row: Decision) => void;
}

/** Where one stood is kept beside the answers, for who opens a case and comes back. */
const leftKey = ["decision-left"] as const;

export const idOf = (key: string) => `decision-${key}`;

/**
 * The round with the keyboard. The row one stands at has the focus, so that it is read aloud; when it has been decided
 * the next one has it. A key that is held down decides once.
 */
export function useRound({ rows, may, decide, open }: Wishes) {
  const back = useNavigationType() === "POP";
  const queries = useQueryClient();
  const [here, setHere] = useState(() => (back ? queries.getQueryData<string>(leftKey) : undefined));
  const at = rows.findIndex((row) => keyOf(row) === here);
  useEffect(() => {
    queries.setQueryData(leftKey, here);
  }, [queries, here]);
  // The row one stood at is gone, by somebody else or because the rows were asked for anew: one goes on at the first.
  const [first] = rows;
  const lost = here !== undefined && at < 0 && first !== undefined;
  useEffect(() => {
    if (lost) setHere(keyOf(first));
  }, [lost, first]);
  const stands = at >= 0;
  useEffect(() => {
    if (here === undefined) return;
    const row = document.getElementById(idOf(here));
    if (row?.contains(document.activeElement)) return;
    (row ?? document.getElementById("main"))?.focus();
    if (stands) row?.scrollIntoView({ block: "nearest" });
  }, [here, stands]);

  const now = useRef({ rows, decide });
  now.current = { rows, decide };
  const press = useRef((row: Decision, offer: ActOffer) => {
    const all = now.current.rows;
    const n = all.findIndex((one) => keyOf(one) === keyOf(row));
    const next = all[n + 1] ?? all[n - 1] ?? row;
    setHere(keyOf(next));
    now.current.decide(row, offer);
  }).current;

  const move = (by: number) => () => {
    const row = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
    if (row) setHere(keyOf(row));
  };
  const choose = (n: number) => (event: KeyboardEvent) => {
    const row = rows[at];
    const offer = row?.acts[n];
    if (!row || !offer || !may(row)) return false;
    if (!event.repeat) press(row, offer);
    return true;
  };
  useShortcuts({
    j: move(1),
    arrowdown: move(1),
    k: move(-1),
    arrowup: move(-1),
    enter: choose(0),
    "1": choose(0),
    "2": choose(1),
    "3": choose(2),
    o: () => (rows[at] ? open(rows[at]) : false),
  });
  return { here: stands ? here : undefined, press };
}
