import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type Key = Schemas["Key"];
export type Scope = Schemas["Scope"];

export const keysKey = ["keys"] as const;

/** API keys, without their secrets. */
export function useKeys() {
  return useQuery({ queryKey: keysKey, queryFn: () => answer<Schemas["KeyList"]>(api.GET("/keys")) });
}

/** A new key; its secret is shown this once. */
export const makeKey = (body: Schemas["KeyWish"]) =>
  answer<Schemas["NewKey"]>(api.POST("/keys", { params: { header: { "Idempotency-Key": intent() } }, body }));
export const revokeKey = (key: number) => answer(api.DELETE("/keys/{key}", { params: { path: { key } } }));
