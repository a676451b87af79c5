import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "~/api/client";
import type { ActOffer, Case } from "~/api/types";

/** One case as of any day; today when none is given. */
export function useCase(org: string, number: number, on: string | undefined) {
  return useQuery({
    queryKey: ["case", org, number, on],
    queryFn: () =>
      answerWithTag<Case>(
        api.GET("/creditors/{creditor}/cases/{case}", {
          params: { path: { creditor: org, case: number }, query: on ? { on } : {} },
        }),
      ),
    placeholderData: (last, query) => (query?.queryKey[2] === number ? keepPreviousData(last) : undefined),
  });
}

/** What may be done with the case today, and what may not: why, and from which day. */
export function useActs(org: string, number: number) {
  return useQuery({
    queryKey: ["acts", org, number],
    queryFn: async () => {
      const params = { path: { creditor: org, case: number } };
      return (await answer<{ rows: ActOffer[] }>(api.GET("/creditors/{creditor}/cases/{case}/acts", { params }))).rows;
    },
    // The course's legal step stands among the legal ones, which name it.
    select: (rows) => rows.filter((offer) => offer.act !== "take_step" || !legal.has(offer.kind ?? "")),
  });
}

const legal = new Set(["attachment", "conciliation", "bankruptcy"]);
