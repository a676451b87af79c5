import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Me } from "~/api/types";

type Schemas = components["schemas"];
export type Session = Schemas["SessionList"]["rows"][number];

export const sessionsKey = ["sessions"] as const;

export const changeMe = (body: Schemas["MeChange"]) => answer<Me>(api.PATCH("/me", { body }));
export const changePassword = (body: Schemas["PasswordChange"]) => answer(api.POST("/me/password", { body }));
export const beginFactor = (password: string) =>
  answer<Schemas["TotpSecret"]>(api.POST("/me/second-factor", { body: { password } }));
export const confirmFactor = (code: string) =>
  answer<Schemas["RecoveryCodes"]>(api.PUT("/me/second-factor", { body: { code } }));
export const endFactor = (password: string) => answer(api.DELETE("/me/second-factor", { body: { password } }));

/** Where this person is logged in. */
export function useSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: () => answer<Schemas["SessionList"]>(api.GET("/me/sessions")),
  });
}

export const endSession = (session: string) =>
  answer(api.DELETE("/me/sessions/{session}", { params: { path: { session } } }));
export const endOthers = () => answer(api.DELETE("/me/sessions"));
