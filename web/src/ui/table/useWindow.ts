import { keepPreviousData, useQueries } from "@tanstack/react-query";

export const PAGE = 100;

export interface Page<Row> {
  rows: Row[];
  count: number;
}

/** The pages of a long list that the eye can see; the server filters, sorts and counts. */
export function useWindow<P extends Page<unknown>>(
  key: readonly unknown[],
  fetchPage: (offset: number, limit: number) => Promise<P>,
  first: number,
  last: number,
) {
  // Page 0 is always asked for: it carries the count, without which the list would collapse while others load.
  const pages = new Set([0]);
  for (let p = Math.floor(first / PAGE); p <= Math.floor(Math.max(first, last) / PAGE); p++) pages.add(p);
  const wanted = [...pages];
  const answers = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...key, page],
      queryFn: () => fetchPage(page * PAGE, PAGE),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    })),
  });
  const head = answers[0];
  const rowAt = (index: number): P["rows"][number] | undefined => {
    const n = wanted.indexOf(Math.floor(index / PAGE));
    return n < 0 ? undefined : answers[n]?.data?.rows[index % PAGE];
  };
  return {
    head: head?.data as P | undefined,
    error: answers.find((one) => one.error)?.error ?? undefined,
    stale: head?.isPlaceholderData ?? false,
    again: () => {
      for (const one of answers) if (one.error) one.refetch();
    },
    rowAt,
  };
}
