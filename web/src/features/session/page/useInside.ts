import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import type { Me } from "~/api/types";
import { useLanguage } from "~/text/texts";

/** Goes inside as this person: to where one wanted to go, in the person's language. */
export function useInside(): (me: Me) => void {
  const queries = useQueryClient();
  const go = useNavigate();
  const [search] = useSearchParams();
  const { choose } = useLanguage();
  return (me) => {
    // What another person saw goes; what this page itself shows stays until it is left.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "link" && queryKey[0] !== "setup" });
    queries.setQueryData(["me"], me);
    choose(me.language);
    const wanted = search.get("til") ?? "/";
    go(wanted.startsWith("/") && !wanted.startsWith("//") ? wanted : "/", { replace: true });
  };
}

/** The token of a one-time link. It stands behind the #, so that no server's log has it. */
export function useToken(): string {
  const [search] = useSearchParams();
  return location.hash.slice(1) || (search.get("token") ?? "");
}
