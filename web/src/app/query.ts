import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "~/api/problem";

/** The one store of answers. Old rows stay until the new are here; a session that has ended is told once. */
export function makeQueries(onSessionEnd: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Problem && error.status === 401 && query.queryKey[0] !== "me") onSessionEnd();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (times, error) => times < 1 && error instanceof Problem && error.status >= 502,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
