import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "./client";
import { intent } from "./key";
import { useMay } from "./me";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Automation = Schemas["Automation"];
export type AutomationRules = Schemas["AutomationRules"];
export type Readiness = Schemas["Readiness"];

/** What happens by itself for this creditor, with the tag that a change gives back. */
export function useAutomation(org: string) {
  return useQuery({
    queryKey: ["automation", org],
    queryFn: () =>
      answerWithTag<Automation>(api.GET("/creditors/{creditor}/automation", { params: { path: { creditor: org } } })),
    enabled: useMay("read_settings"),
  });
}

/** Customers with something open who lack what a case needs. */
export function useReadiness(org: string) {
  return useQuery({
    queryKey: ["automation", org, "readiness"],
    queryFn: () =>
      answer<Readiness>(api.GET("/creditors/{creditor}/automation/readiness", { params: { path: { creditor: org } } })),
  });
}

/** Every setting of the rules with who and when, the newest first. */
export function useAutomationHistory(org: string) {
  return useQuery({
    queryKey: ["automation", org, "history"],
    queryFn: async () =>
      (
        await answer<Schemas["AutomationHistory"]>(
          api.GET("/creditors/{creditor}/automation/history", { params: { path: { creditor: org } } }),
        )
      ).rows,
  });
}

/** All rules at once. */
export function setAutomation(org: string, body: AutomationRules, etag: string | undefined): Promise<Automation> {
  const header = { "Idempotency-Key": intent(), ...(etag ? { "If-Match": etag } : {}) };
  return answer<Automation>(
    api.PUT("/creditors/{creditor}/automation", { params: { path: { creditor: org }, header }, body }),
  );
}

/** The rules of an answer, as they are sent back. */
export function rulesOf({ number: _number, cases_changed: _changed, ...rules }: Automation): AutomationRules {
  return rules;
}

/** What the rules decide is asked for anew. */
export function useAutomationMoved(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ["automation", "ledger", "cases", "case", "today"].map((one) => queries.invalidateQueries({ queryKey: [one] })),
    );
}
