import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type Mandate = Schemas["Mandate"];
export type MandateRole = Schemas["MandateRole"];
export type OwnMandate = Schemas["OwnMandate"];
export type NewMandate = Schemas["NewMandate"];
export type MandateTaken = Schemas["MandateTaken"];

export const mandateRoles = ["administrator", "handler", "reader"] as const satisfies readonly MandateRole[];

export const mandatesKey = ["mandates"] as const;

/** Who of other offices works for the creditor, and the codes that wait. */
export function useMandates(org: string, may: boolean) {
  return useQuery({
    queryKey: [...mandatesKey, org],
    queryFn: () =>
      answer<Schemas["MandateList"]>(
        api.GET("/creditors/{creditor}/mandates", { params: { path: { creditor: org } } }),
      ),
    enabled: may,
  });
}

/** The creditors of others that this person works for. */
export function useOwnMandates() {
  return useQuery({
    queryKey: [...mandatesKey, "own"],
    queryFn: () => answer<Schemas["OwnMandateList"]>(api.GET("/mandates")),
  });
}

const one = (org: string, mandate: Mandate) => ({ path: { creditor: org, mandate: mandate.mandate } });

/** A code for another office; it is told this once. */
export const offerMandate = (org: string, role: MandateRole, key: string) =>
  answer<NewMandate>(
    api.POST("/creditors/{creditor}/mandates", {
      params: { path: { creditor: org }, header: { "Idempotency-Key": key } },
      body: { role },
    }),
  );
export const changeMandate = (org: string, mandate: Mandate, role: MandateRole) =>
  answer<Mandate>(api.PATCH("/creditors/{creditor}/mandates/{mandate}", { params: one(org, mandate), body: { role } }));
/** Everybody who works by it is out, or its code opens nothing any more. */
export const endMandate = (org: string, mandate: Mandate) =>
  answer(api.DELETE("/creditors/{creditor}/mandates/{mandate}", { params: one(org, mandate) }));

/** The same person may send the same code again and gets the same answer. */
export const takeMandate = (body: Schemas["MandateCode"]) => answer<MandateTaken>(api.POST("/mandates", { body }));
export const leaveMandate = (mandate: OwnMandate) =>
  answer(api.DELETE("/mandates/{mandate}", { params: { path: { mandate: mandate.mandate } } }));
