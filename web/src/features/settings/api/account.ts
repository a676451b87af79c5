import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Me } from "~/api/types";

type Schemas = components["schemas"];
export type Session = Schemas["SessionList"]["rows"][number];

export const sessionsKey = ["sessions"] as const;

export const changeMe = (body: Schemas["MeChange"]) => answer<Me>(api.PATCH("/me", { body }));
export const changePassword = (body: Schemas["PasswordChange"]) => answer(api.POST("/me/password", { body }));
export type Secret = Schemas["TotpSecret"];
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

export type Notifications = Schemas["Notifications"];
export const notificationsKey = ["notifications"] as const;

/** What the person wants to be told of by e-mail. */
export function useNotifications() {
  return useQuery({ queryKey: notificationsKey, queryFn: () => answer<Notifications>(api.GET("/me/notifications")) });
}

export const keepNotifications = (body: Schemas["NotificationsChange"]) =>
  answer<Notifications>(api.PUT("/me/notifications", { body }));

export type Passkey = Schemas["Passkeys"]["rows"][number];
export const passkeysKey = ["passkeys"] as const;

/** The person's passkeys. */
export function usePasskeys() {
  return useQuery({
    queryKey: passkeysKey,
    queryFn: async () => (await answer<Schemas["Passkeys"]>(api.GET("/me/passkeys"))).rows,
  });
}

export const beginPasskey = (password: string) =>
  answer<Schemas["PasskeyCreation"]>(api.POST("/me/passkeys/options", { body: { password } }));
export const addPasskey = (body: Schemas["NewPasskey"]) =>
  answer<{ passkey: number; codes: string[] }>(api.POST("/me/passkeys", { body }));
export const dropPasskey = (passkey: number, password: string) =>
  answer(api.DELETE("/me/passkeys/{passkey}", { params: { path: { passkey } }, body: { password } }));
