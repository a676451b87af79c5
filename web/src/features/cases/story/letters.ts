import type { TextId } from "~/text/texts";
import { longName } from "~/text/words";
import { amountOf, type Body, body, dayOf, type Lead, list, moneyOf, type Told, type Tools, whole, word } from "./told";

const papers: Partial<Record<string, TextId>> = {
  instalment_agreement: "story.paper.plan",
  objection_answer: "story.paper.objection_answer",
  receipt: "papers.receipt",
  closing: "papers.closing",
  annex: "papers.annex",
  estate_claim: "papers.estate",
  bankruptcy_petition: "papers.bankruptcy",
  attachment_petition: "letter.attachment",
  conciliation_complaint: "letter.conciliation",
  friendly_reminder: "letter.friendly",
};

/** The name of a step, of a letter or of a paper. */
export function nameOf({ t }: Tools, kind: string): string {
  const id = longName(kind) ?? papers[kind];
  return id ? t(id) : kind.replaceAll("_", " ");
}

/** A letter of the case by its number. */
function numbered(tools: Tools, n: unknown): string {
  const kind = tools.one.letters.find(({ letter }) => letter === n)?.kind;
  return kind ? nameOf(tools, kind) : tools.t("story.letter", { n: whole(n) });
}

/** The paper itself where there is one, else the list of papers. */
function leadTo({ one }: Tools, n: unknown): Lead {
  const paper = one.letters.find(({ letter }) => letter === n);
  return paper?.pdf ? { letter: paper.letter } : { to: `saker/${one.case}?vis=dokumenter` };
}

const onDay =
  (id: TextId) =>
  (e: Body, tools: Tools): Told => ({
    parts: [tools.t(id, { letter: numbered(tools, e.letter), day: dayOf(tools, e.on) })],
    lead: leadTo(tools, e.letter),
  });

const replaced = ({ t }: Tools, n: unknown) => whole(n) > 0 && t("story.replaces", { n: whole(n) });

const deadlineOf = (tools: Tools, day: unknown) => word(day) && tools.t("entry.deadline", { day: dayOf(tools, day) });

export const letterStories = {
  LetterOrdered: (e: Body, tools: Tools): Told => {
    const order = body(e.order);
    return {
      parts: [
        tools.t("story.ordered", { letter: nameOf(tools, word(order.kind)), day: dayOf(tools, order.on) }),
        order.needs_approval === true && tools.t("story.waits_yes"),
        replaced(tools, order.replaces),
      ],
      lead: leadTo(tools, order.letter),
    };
  },
  LetterSent: (e: Body, tools: Tools): Told => {
    const sent = body(e.letter);
    return {
      parts: [
        tools.t("story.sent", { letter: nameOf(tools, word(sent.kind)), day: dayOf(tools, sent.sent) }),
        deadlineOf(tools, sent.deadline),
        amountOf(tools, "story.fee", sent.fee),
        amountOf(tools, "story.asks", sent.asks),
        sent.enforcement_notice === true && tools.t("story.with_enforcement"),
        replaced(tools, e.replaces),
      ],
      lead: leadTo(tools, sent.letter),
    };
  },
  LetterApproved: onDay("story.approved"),
  LetterCancelled: onDay("story.cancelled"),
  LetterVoided: onDay("story.voided"),
  MailReturned: onDay("story.mail_returned"),
  FeeRefused: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.fee_refused", { letter: nameOf(tools, word(e.kind)), day: dayOf(tools, e.on) })],
    lead: { to: `saker/${tools.one.case}?vis=dokumenter` },
  }),
  FeeReversed: (e: Body, tools: Tools): Told => ({
    parts: [
      tools.t("story.fee_reversed", {
        letter: numbered(tools, e.letter),
        amount: moneyOf(tools, e.amount),
        day: dayOf(tools, e.on),
      }),
    ],
    lead: leadTo(tools, e.letter),
  }),
  EnforcementNoticed: (e: Body, tools: Tools): Told => ({
    parts: [tools.t("story.enforcement_noticed", { day: dayOf(tools, e.on) }), deadlineOf(tools, e.deadline)],
    lead: { to: `saker/${tools.one.case}?vis=dokumenter` },
  }),
  DocumentMade: (e: Body, tools: Tools): Told => ({
    parts: [
      tools.t("story.document", { letter: nameOf(tools, word(e.kind)), day: dayOf(tools, e.on) }),
      deadlineOf(tools, e.deadline),
      amountOf(tools, "story.claim", e.total),
      amountOf(tools, "story.adds", e.cost),
      ...instalments(tools, e.terms),
    ],
    lead: { to: `saker/${tools.one.case}?vis=dokumenter` },
  }),
};

/** A few instalments one by one, many by their number and the first. */
export function instalments(tools: Tools, value: unknown): string[] {
  const all = list(value);
  const say = (one: Body, id: TextId) =>
    tools.t(id, { amount: moneyOf(tools, one.amount), day: dayOf(tools, one.due) });
  if (all.length <= 3) return all.map((one) => say(one, "story.instalment"));
  return [tools.t("story.instalments", { n: all.length }), say(all[0]!, "story.first_instalment")];
}

/** The invoices of an event, as they were stored in it. */
export function invoices(tools: Tools, value: unknown): string[] {
  const all = list(value);
  if (all.length > 3) return [tools.t("story.invoices", { n: all.length })];
  return all.map((claim) =>
    tools.t("story.invoice", { invoice: word(claim.number), amount: moneyOf(tools, claim.amount) }),
  );
}
