import { useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";
import type { Person } from "~/api/types";

type Schemas = components["schemas"];
export type People = Schemas["People"];
export type Invite = Schemas["Invite"];

export const peopleKey = ["people"] as const;
const one = (person: Person) => ({ path: { person: person.person }, header: { "If-Match": `"${person.version}"` } });

/** Everybody who can log in, and the invites that wait. */
export function usePeople() {
  return useQuery({ queryKey: peopleKey, queryFn: () => answer<People>(api.GET("/people")) });
}

/** Invites somebody; the one-time link is answered. */
export const invite = (body: Schemas["InviteWish"]) =>
  answer<Schemas["NewInvite"]>(api.POST("/invites", { params: { header: { "Idempotency-Key": intent() } }, body }));
export const takeBack = (number: number) =>
  answer(api.DELETE("/invites/{invite}", { params: { path: { invite: number } } }));
export const changePerson = (person: Person, body: Schemas["PersonChange"]) =>
  answer<Person>(api.PATCH("/people/{person}", { params: one(person), body }));
export const removePerson = (person: Person) => answer(api.DELETE("/people/{person}", { params: one(person) }));
export const passwordLink = (person: Person) =>
  answer<Schemas["Link"]>(api.POST("/people/{person}/password-link", { params: { path: { person: person.person } } }));
export const endSessionsOf = (person: Person) =>
  answer(api.DELETE("/people/{person}/sessions", { params: { path: { person: person.person } } }));
export const dropFactor = (person: Person) =>
  answer(api.DELETE("/people/{person}/second-factor", { params: { path: { person: person.person } } }));
