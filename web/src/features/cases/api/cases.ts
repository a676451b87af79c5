import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { paths } from "~/api/schema";
import type { CasePage, CaseSums } from "~/api/types";

type Query = NonNullable<paths["/creditors/{creditor}/cases"]["get"]["parameters"]["query"]>;

/** What the register asks for: which cases, and in which order. */
export type Ask = Omit<Query, "offset" | "limit">;
export type Tab = NonNullable<Query["tab"]>;
export type Sort = NonNullable<Query["sort"]>;

export const casesKey = (org: string, ask: Ask) => ["cases", org, ask] as const;

/** A window of the register. */
export function fetchCases(org: string, ask: Ask, offset: number, limit: number): Promise<CasePage> {
  return answer<CasePage>(
    api.GET("/creditors/{creditor}/cases", {
      params: { path: { creditor: org }, query: { ...ask, offset, limit } },
      querySerializer: { array: { style: "form", explode: false } },
    }),
  );
}

/** How many match in each tab, and what is open in all that match. */
export function useCaseSums(org: string, ask: Ask) {
  const { sort: _sort, direction: _direction, ...which } = ask;
  return useQuery({
    queryKey: ["case-sums", org, which],
    queryFn: () =>
      answer<CaseSums>(
        api.GET("/creditors/{creditor}/cases/sums", {
          params: { path: { creditor: org }, query: which },
          querySerializer: { array: { style: "form", explode: false } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
