import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "~/api/problem";
import { useSettled } from "~/ui/useSettled";

export interface Foresight<S> {
  /** What would come of exactly what is typed now; nothing while that is asked for. */
  seen: S | undefined;
  problem: Problem | undefined;
}

/**
 * Asks what an act would do, a moment after the last key. An answer to other words than those typed is never shown.
 * `now` asks at once, for a press that came before the answer. `key` names whom it is about, and how they stand.
 */
export function useForesight<A, S>(key: readonly unknown[], ask: (act: A) => Promise<S>, act: A | undefined) {
  const queries = useQueryClient();
  const words = act && JSON.stringify(act);
  const settled = useSettled(words);
  const [pressed, press] = useState<string>();
  const asked = words !== undefined && (settled === words || pressed === words);
  const query = (one: string | undefined) => ({
    queryKey: ["foreseen", ...key, one],
    queryFn: () => ask(JSON.parse(one ?? "")),
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { data, error } = useQuery({ ...query(words), enabled: asked });
  const sight: Foresight<S> = {
    seen: asked ? data : undefined,
    problem: asked && error ? asProblem(error) : undefined,
  };
  const now = (one: A): Promise<S> => {
    const asks = JSON.stringify(one);
    press(asks);
    return queries.ensureQueryData(query(asks));
  };
  return { ...sight, now };
}
