import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { Problem, problemOf } from "~/api/problem";
import type { components } from "~/api/schema";
import type { Me } from "~/api/types";

type Schemas = components["schemas"];

/** Whether somebody has made the installation his own yet. */
export function useSetup() {
  return useQuery({ queryKey: ["setup"], queryFn: () => answer<Schemas["Setup"]>(api.GET("/setup")), retry: false });
}

/** E-mail and password; answers the person, or the ticket that a code of the second factor goes with. */
export async function logIn(body: Schemas["LogIn"]): Promise<{ me: Me } | { ticket: string }> {
  const asked = await api.POST("/session", { body }).catch(() => {
    throw problemOf(undefined, 0);
  });
  if (!asked.response.ok) throw problemOf(asked.error, asked.response.status);
  const data = asked.data as Me | Schemas["Ticket"] | undefined;
  if (!data) throw new Problem({ code: "server.silent", status: 0, title: "", type: "about:blank" });
  return "ticket" in data ? { ticket: data.ticket } : { me: data };
}

export const secondFactor = (body: Schemas["SecondFactor"]) => answer<Me>(api.POST("/session/second", { body }));
export const becomeOwner = (body: Schemas["BecomeOwner"]) => answer<Me>(api.POST("/setup", { body }));
export const acceptInvite = (body: Schemas["AcceptInvite"]) => answer<Me>(api.POST("/invites/accept", { body }));
export const setPassword = (body: Schemas["UsePasswordLink"]) => answer<unknown>(api.POST("/password-link", { body }));
export const enterDemo = () => answer<Me>(api.POST("/session/demo"));

/** What a one-time link is for, before it is used. */
export const lookAtLink = (token: string) =>
  answer<Schemas["OpenLink"]>(api.GET("/links/{token}", { params: { path: { token } } }));

/** Where the browser goes to log in at the provider. */
export const leaveForProvider = () => answer<{ address: string }>(api.POST("/session/oidc"));
export const passkeyOptions = (ticket?: string) =>
  answer<Schemas["PasskeyRequest"]>(api.POST("/session/passkey/options", { body: ticket ? { ticket } : {} }));
export const logInWithPasskey = (body: Schemas["PasskeyAnswer"]) => answer<Me>(api.POST("/session/passkey", { body }));
