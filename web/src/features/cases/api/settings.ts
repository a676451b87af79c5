import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "~/api/client";

export interface View {
  name: string;
  search: string;
}

/** The person's own settings of the register: hidden columns and saved views. They follow the person, not the browser. */
export function useRegisterSettings() {
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: ["settings"],
    queryFn: () => answer<Record<string, unknown>>(api.GET("/me/settings")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const keep = useMutation({
    mutationFn: ({ name, value }: { name: string; value: unknown }) =>
      answer(api.PUT("/me/settings/{name}", { params: { path: { name } }, body: value as never })),
    onMutate: ({ name, value }) =>
      queries.setQueryData(["settings"], (now: Record<string, unknown> | undefined) => ({ ...now, [name]: value })),
    onError: () => queries.invalidateQueries({ queryKey: ["settings"] }),
  });
  const hidden = (asked.data?.["case-columns"] as { hidden?: string[] } | undefined)?.hidden ?? none;
  const views = (asked.data?.["case-views"] as View[] | undefined) ?? noViews;
  return {
    hidden,
    hide: (columns: string[]) => keep.mutate({ name: "case-columns", value: { hidden: columns } }),
    views,
    keepViews: (kept: View[]) => keep.mutate({ name: "case-views", value: kept }),
  };
}

const none: string[] = [];
const noViews: View[] = [];
