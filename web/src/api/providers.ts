import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { components } from "./schema";

/** What one may log in by beside e-mail and password, and whether passkeys work here. */
export function useProviders() {
  return useQuery({
    queryKey: ["setup", "providers"],
    queryFn: () => answer<components["schemas"]["Providers"]>(api.GET("/session/providers")),
    retry: false,
  });
}
