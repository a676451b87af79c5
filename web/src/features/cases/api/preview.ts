import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { Outbox } from "~/api/types";

/** The next letter as it would leave, as a PDF; asked anew each time, because a day or an address may have changed. */
export function usePreview(org: string, number: number) {
  const params = { path: { creditor: org, case: number } };
  return useQuery({
    queryKey: ["case", org, number, "preview"],
    queryFn: () =>
      answer<Blob>(
        api.GET("/creditors/{creditor}/cases/{case}/preview", { params, parseAs: "blob" }) as Promise<{
          data?: Blob;
          error?: unknown;
          response: Response;
        }>,
      ),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What is known of a letter of this case that may leave today: its way, its deadline, and what it asks for. */
export function useReadyLetter(org: string, number: number, letter: number | undefined) {
  const params = { path: { creditor: org }, query: { limit: 1000 } };
  return useQuery({
    queryKey: ["letters", org, 1000],
    queryFn: () => answer<Outbox>(api.GET("/creditors/{creditor}/letters", { params })),
    enabled: letter !== undefined,
    select: (outbox) => outbox.ready.find((row) => row.case === number && row.letter === letter),
  }).data;
}
