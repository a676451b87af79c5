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
          const word = name === "letter" ? longName(value.replace(" ", "_")) : undefined;
          said[name] = word
            ? t(word).toLowerCase()
            : dayLike.test(value)
              ? f.words(value)
              : name === "rate"
                ? f.percent(value)
                : value;
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
