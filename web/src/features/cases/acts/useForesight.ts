import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { Act } from "~/api/types";
import { useSettled } from "~/ui/useSettled";
import { type Foreseen, foreseen } from "../api/foresee";

export interface Foresight {
  /** What would come of exactly what is typed now; nothing while that is asked for. */
  seen: Foreseen | undefined;
  problem: Problem | undefined;
  /** Asks at once, for a press that came before the answer. */
  now: (act: Act) => Promise<Foreseen>;
}

const none: Act = { act: "pause" };

/** Asks what an act would do, a moment after the last key. An answer to other words than those typed is never shown. */
export function useForesight(number: number, etag: string | undefined, act: Act | undefined): Foresight {
  const org = useOrg();
  const queries = useQueryClient();
  const words = act && JSON.stringify(act);
  const settled = useSettled(words);
  const [pressed, press] = useState<string>();
  const asked = words !== undefined && (settled === words || pressed === words);
  const { data, error } = useQuery({ ...foreseen(org, number, etag, act ?? none), enabled: asked });
  return {
    seen: asked ? data : undefined,
    problem: asked && error ? asProblem(error) : undefined,
    now: (one) => {
      press(JSON.stringify(one));
      return queries.ensureQueryData(foreseen(org, number, etag, one));
    },
  };
}
