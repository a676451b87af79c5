import type { TextId } from "~/text/texts";

const played: Record<string, TextId> = {
  legal_ready: "entry.legal_ready",
  LegalReady: "entry.legal_ready",
  awaiting_choice: "entry.choice_awaited",
  choice_awaited: "entry.choice_awaited",
  ChoiceAwaited: "entry.choice_awaited",
  refused: "entry.fee_refused",
  FeeRefused: "entry.fee_refused",
  CaseOpened: "entry.opened",
  ClaimsJoined: "entry.joined",
  PlanBroken: "entry.plan_broken",
  CaseResumed: "entry.resumed",
  CaseClosed: "dry.closed",
  closed: "dry.closed",
  held: "status.held",
  released: "next.released",
  rest_note: "letter.rest_note",
};

/** What happens on a day that is played, when it is no letter. */
export const playedWord = (what: string): TextId | undefined => played[what];
