import { useCallback } from "react";
import { useF } from "./format";
import { type TextId, useT } from "./texts";
import { longName } from "./words";

// The server gives its reasons in one language. The sentences it says often have a text of ours; a sentence that is new
// stands as the server said it, marked as English for the ear.

type Make = (m: RegExpExecArray) => Record<string, string>;
interface Form {
  reads: RegExp;
  text: TextId;
  values?: Make;
}

const iso = "(\\d{4}-\\d\\d-\\d\\d)";
const named = (...names: string[]): Make => {
  return (m) => Object.fromEntries(names.map((name, n) => [name, m[n + 1] ?? ""]));
};
const form = (reads: string, text: TextId, ...names: string[]): Form => ({
  reads: new RegExp(`^${reads}$`),
  text,
  values: named(...names),
});

const forms: Form[] = [
  form(`statutory rate ([\\d.]+) % from ${iso}.*`, "says.rate", "rate", "day"),
  form(`the day after the deadline of the (.+) ${iso}`, "says.day-after", "letter", "day"),
  form(`(\\d+) banking days? after the deadline ${iso} for money on its way`, "says.grace", "n", "day"),
  form(`(\\d+) days? after the deadline ${iso}.*`, "says.days-after", "n", "day"),
  form(`four weeks after the demand for payment sent ${iso}`, "says.four-weeks", "day"),
  form(`(reminder|notice|demand|nudge|rest_note|rest note) sent ${iso}`, "says.sent", "letter", "day"),
  form(`invoice (\\S+) was not paid on its due date ${iso}.*`, "says.not-paid", "invoice", "day"),
  form("compensation and collection costs are set off.*", "says.set-off"),
  form("credit note", "says.credit"),
  form("costs, then interest, then principal; the oldest due date first", "says.order"),
  form("the debtor chose what the payment covers.*", "says.order.chosen"),
  form("at least (\\d+) days, counted from the day the (notice|demand) is sent", "says.least", "n", "letter"),
  form(`the case was opened ${iso}`, "says.opened", "day"),
  form(
    `sent (\\d+) days? after the due date ${iso}; fee (\\d+/\\d+) of (\\d+), rounded to the nearest krone`,
    "says.fee",
    "n",
    "day",
    "share",
    "base",
  ),
  form(`reminder sent ${iso}, before the case came here`, "says.sent-before", "day"),
  form("the course has no further step; a person chooses how to go on", "says.choose"),
  form("nothing is open any more", "says.nothing-open"),
  form("the rest is at or below the limit of the course and is written off", "says.small-rest"),
  form(
    "([\\d.]+) of ([\\d.]+) is paid, more than ([\\d.]+) %; ([\\d.]+) is left",
    "says.rest-note",
    "amount",
    "of",
    "rate",
    "left",
  ),
  form(
    `the claim fell due ${iso} and is late from the day after; (\\d+) days more by the course`,
    "says.due-wait",
    "day",
    "n",
  ),
  form(`the claim fell due ${iso} and is late from the day after`, "says.due", "day"),
  form("no enforcement notice has been sent", "says.no-enforcement-notice"),
  form("an objection that is not plainly groundless stops all steps and fees until it is settled", "says.objection"),
  form("an objection that is plainly groundless stops nothing", "says.objection-groundless"),
  form("an instalment did not come in time; the course goes on tomorrow at the earliest", "says.plan-broken"),
  form(
    "a (\\w+) must give at least (\\d+) days from the day it is sent, not (\\d+)",
    "says.course.deadline",
    "letter",
    "n",
    "given",
  ),
  form("a demand needs a collection notice before it", "says.course.notice-first"),
  form("a legal step needs a payment demand before it", "says.course.demand-first"),
  form("nothing follows a legal step: a person takes it from there", "says.course.after-legal"),
  form("a (\\w+) after a (\\w+) would lead the debtor back", "says.course.back", "Letter", "other"),
  form("a \\w+ carries no fee", "says.course.no-fee"),
  form("the enforcement notice goes with a notice or a demand", "says.course.notice-place"),
  form("an attachment needs an enforcement notice", "says.course.notice-needed"),
  form("no attachment against a public body", "says.course.public"),
  form("only a debtor who must keep books can be sent a bankruptcy demand", "says.course.books"),
  form("one demand with a fee", "says.course.one-demand-fee"),
  form("at most two letters with a fee before the demand", "says.course.two-fees"),
  form("a second fee only after a missed deadline of at least 14 days in the first reminder", "says.course.second-fee"),
  form("a legal step is filed and is no letter", "says.course.filed"),
  form("must be 0 to 60 banking days", "says.course.grace-range"),
  form("must not be negative", "says.course.not-negative"),
  form("must be at least 1 day", "says.course.one-day"),
  form("must be 0 or more days", "says.course.days"),
  form("must be a percentage up to 100", "says.course.percent"),
  form("its reference is not known", "says.unknown-reference"),
  form("it has no reference", "says.no-reference"),
];

const dayLike = /^\d{4}-\d\d-\d\d$/;

/** A reason of the server in the reader's language; `ours` is false when it stands as the server said it. */
export function useSays(): (sentence: string) => { text: string; ours: boolean } {
  const t = useT();
  const f = useF();
  return useCallback(
    (sentence) => {
      for (const { reads, text, values } of forms) {
        const m = reads.exec(sentence);
        if (!m) continue;
        const said: Record<string, string> = {};
        for (const [name, value] of Object.entries(values?.(m) ?? {})) {
          const word = /^([Ll]etter|other)$/.test(name) ? longName(value.replace(" ", "_")) : undefined;
          if (word) said[name.toLowerCase()] = name === "Letter" ? t(word) : t(word).toLowerCase();
          else if (dayLike.test(value)) said[name] = f.words(value);
          else if (name === "rate") said[name] = f.percent(value);
          else said[name] = /^\d+\.\d\d$/.test(value) ? f.money(value) : value;
        }
        return { text: t(text, said), ours: true };
      }
      return { text: sentence, ours: f.language === "en" };
    },
    [t, f],
  );
}

/** A rule's name: sections are as they are, the few words among them are ours. */
export function useRule(): (rule: string) => string {
  const t = useT();
  return useCallback(
    (rule) => {
      if (rule === "course") return t("rule.course");
      if (rule === "customary order") return t("rule.order");
      const invoice = /^invoice (.+)$/.exec(rule);
      return invoice ? t("today.invoice", { invoice: invoice[1] }) : rule;
    },
    [t],
  );
}
