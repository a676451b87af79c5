import type { TextId } from "~/text/texts";
import {
  amountOf,
  type Body,
  body,
  dayOf,
  invoiceOf,
  type Lead,
  list,
  moneyOf,
  some,
  type Told,
  type Tools,
  whole,
  word,
} from "./told";

// What came in, what went back, and what it covered.

const payments = (e: Body, { one }: Tools): Lead => ({
  to: `innbetalinger?fane=liste&fra=${word(e.on)}&til=${word(e.on)}&sok=${encodeURIComponent(one.kid)}`,
});
/** The balance as it was that day. */
export const thatDay = (e: Body, { one }: Tools): Lead => ({ to: `saker/${one.case}?per=${word(e.on)}` });

const firsts: Partial<Record<string, TextId>> = {
  principal: "story.first.principal",
  interest: "story.first.interest",
  costs: "story.first.costs",
};
const takenBack: Partial<Record<string, TextId>> = {
  moved: "story.taken_back.moved",
  bank: "story.taken_back.bank",
  mistake: "story.taken_back.mistake",
};

const numbers = (e: Body, tools: Tools) => ({
  n: whole(e.number),
  amount: moneyOf(tools, e.amount),
  day: dayOf(tools, e.on),
});

export const moneyStories = {
  PaymentReceived: (e: Body, tools: Tools): Told => {
    const first = firsts[word(e.order)];
    return {
      parts: [
        tools.t("story.payment", numbers(e, tools)),
        word(e.learnt) !== word(e.on) && word(e.learnt) && tools.t("story.told", { day: dayOf(tools, e.learnt) }),
        first && tools.t(first),
        e.debtors_choice === true && tools.t("story.debtors_choice"),
      ],
      lead: payments(e, tools),
    };
  },
  PaymentTakenBack: (e: Body, tools: Tools): Told => ({
    parts: [tools.t(takenBack[word(e.why)] ?? "story.taken_back.moved", numbers(e, tools))],
    lead: thatDay(e, tools),
  }),
  PaymentReturned: (e: Body, tools: Tools): Told => ({
    parts: [
      tools.t("story.returned", numbers(e, tools)),
      word(e.reference) && tools.t("story.reference", { reference: word(e.reference) }),
    ],
    lead: { to: "innbetalinger?fane=tilbake" },
  }),
  PaymentCovered: (e: Body, tools: Tools): Told => {
    const cover = body(e.cover);
    const part = (claim: Body, id: TextId, amount: unknown) =>
      some(amount) && tools.t(id, { invoice: invoiceOf(tools, claim.claim), amount: moneyOf(tools, amount) });
    return {
      parts: [
        tools.t("story.covered", { n: whole(e.number), day: dayOf(tools, e.on) }),
        amountOf(tools, "story.cover.costs", cover.costs),
        ...list(cover.claims).flatMap((claim) => [
          part(claim, "story.cover.interest", claim.interest),
          part(claim, "story.cover.principal", claim.principal),
        ]),
        amountOf(tools, "story.cover.over", cover.overpaid),
      ],
      lead: thatDay(e, tools),
    };
  },
  ClaimCredited: (e: Body, tools: Tools): Told => ({
    parts: [
      tools.t("story.credited", {
        invoice: invoiceOf(tools, e.claim),
        amount: moneyOf(tools, e.amount),
        day: dayOf(tools, e.on),
      }),
    ],
    lead: thatDay(e, tools),
  }),
  RateAgreed: (e: Body, tools: Tools): Told => ({
    parts: [
      word(e.rate)
        ? tools.t("story.rate", {
            invoice: invoiceOf(tools, e.claim),
            percent: tools.f.percent(word(e.rate)),
            day: dayOf(tools, e.on),
          })
        : tools.t("story.rate_statutory", { invoice: invoiceOf(tools, e.claim), day: dayOf(tools, e.on) }),
    ],
    lead: thatDay(e, tools),
  }),
};
