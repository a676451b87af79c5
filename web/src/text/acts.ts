import type { ActOffer } from "~/api/types";
import type { TextId, Values } from "./texts";

const acts: Record<ActOffer["act"], TextId> = {
  pause: "act.pause",
  resume: "act.resume",
  withdraw: "act.withdraw",
  object: "act.object",
  settle_objection: "act.settle_objection",
  returned_mail: "act.returned_mail",
  address_fixed: "act.address_fixed",
  bankrupt: "act.bankrupt",
  plan: "act.plan",
  credit: "act.credit",
  legal: "act.legal.attachment",
  approve_letter: "act.approve_letter",
  reset_letter: "act.reset_letter",
  merge: "act.merge",
  unmerge: "act.unmerge",
  filed: "act.filed",
  hearing: "act.hearing",
  served: "act.served",
  noticed: "act.noticed",
  decided: "act.decided",
  take_step: "act.take_step",
  close_rest: "act.close_rest",
  course: "act.course",
  interest: "act.interest",
  reopen: "act.reopen",
};

const legal: Record<string, TextId> = {
  attachment: "act.legal.attachment",
  conciliation: "act.legal.conciliation",
  bankruptcy: "act.legal.bankruptcy",
};

/** The verb of an act, and which letter or case it is about. */
export function actName(offer: ActOffer): { id: TextId; values: Values } {
  const id = offer.act === "legal" ? (legal[offer.kind ?? ""] ?? acts.legal) : acts[offer.act];
  return { id, values: { letter: offer.letter, other: offer.other } };
}
