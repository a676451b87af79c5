import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "./client";

/** One of the person's own settings: it follows the person, not the browser. Any JSON up to 16 kB. */
export function useSetting<V>(name: string, usual: V): { value: V; known: boolean; keep: (value: V) => void } {
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: ["settings"],
    queryFn: () => answer<Record<string, unknown>>(api.GET("/me/settings")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const keep = useMutation({
    mutationFn: (value: V) =>
      answer(api.PUT("/me/settings/{name}", { params: { path: { name } }, body: value as never })),
    onMutate: (value) =>
      queries.setQueryData(["settings"], (now: Record<string, unknown> | undefined) => ({ ...now, [name]: value })),
    onError: () => queries.invalidateQueries({ queryKey: ["settings"] }),
  });
  return {
    value: (asked.data?.[name] as V | null | undefined) ?? usual,
    known: asked.data !== undefined,
    keep: keep.mutate,
  };
}
