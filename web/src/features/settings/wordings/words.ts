import type { TextId } from "~/text/texts";
import type { LetterKind, LetterLanguage } from "../api/wordings";

/** The letters in the order in which a case meets them. */
export const groups: { title: TextId; kinds: LetterKind[] }[] = [
  { title: "wordings.course", kinds: ["friendly_reminder", "reminder", "notice", "demand", "rest_note"] },
  {
    title: "wordings.asked",
    kinds: [
      "instalment_agreement",
      "receipt",
      "closing",
      "objection_answer",
      "annex",
      "enforcement_notice",
      "bankruptcy_demand",
    ],
  },
  {
    title: "wordings.offices",
    kinds: ["attachment_petition", "conciliation_complaint", "bankruptcy_petition", "estate_claim"],
  },
];

export const kindWords: Record<LetterKind, TextId> = {
  friendly_reminder: "letter.friendly",
  reminder: "letter.reminder",
  notice: "letter.notice",
  demand: "letter.demand",
  rest_note: "letter.rest_note",
  enforcement_notice: "letter.enforcement_notice",
  instalment_agreement: "wordings.kind.instalment_agreement",
  receipt: "papers.receipt",
  closing: "papers.closing",
  objection_answer: "wordings.kind.objection_answer",
  bankruptcy_demand: "letter.bankruptcy_demand",
  annex: "papers.annex",
  attachment_petition: "letter.attachment",
  conciliation_complaint: "letter.conciliation",
  bankruptcy_petition: "papers.bankruptcy",
  estate_claim: "papers.estate",
};

export const letterLanguages: LetterLanguage[] = ["nb", "nn", "en"];

/** The questions a reader has, in the server's words; which letter answers which. */
const five = ["what is it about", "how much", "by when", "what happens otherwise", "what if it is wrong"] as const;
const afterwards = ["what is it about", "how much is left", "what happens now", "what if it is wrong"] as const;
const counted = ["how much", "what if it is wrong"] as const;
export type Question = (typeof five)[number] | (typeof afterwards)[number];

export const questionWords: Record<Question, TextId> = {
  "what is it about": "wordings.question.what",
  "how much": "wordings.question.much",
  "by when": "wordings.question.when",
  "what happens otherwise": "wordings.question.otherwise",
  "what if it is wrong": "wordings.question.wrong",
  "how much is left": "wordings.question.left",
  "what happens now": "wordings.question.now",
};

/** What the reader of this letter asks first. An office reads it by its headings, and asks nothing. */
export function questionsOf(kind: LetterKind): readonly Question[] {
  if (groups[2]?.kinds.includes(kind)) return [];
  if (kind === "annex") return counted;
  return kind === "closing" ? afterwards : five;
}
