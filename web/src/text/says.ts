import { useCallback, useSyncExternalStore } from "react";
import type { Language } from "~/format/language";
import type { Words } from "./reasons/words";
import { useLanguage, useT } from "./texts";

// The server gives its reasons in one language. Our wordings of them are many and few pages show one, so they come when
// the first is asked for. Until they are here nothing stands in their place; a sentence that is new to us stands as the
// server said it, marked as English for the ear.

const texts = {
  nb: () => import("./reasons/nb.json"),
  nn: () => import("./reasons/nn.json"),
  en: () => import("./reasons/en.json"),
  sv: () => import("./reasons/sv.json"),
};
/** What is here by now; `lost` when it could not be fetched. */
const here = new Map<Language, Words | "lost">();
const coming = new Map<Language, Promise<void>>();
const waiting = new Set<() => void>();

/** Fetches the wordings of a language, once. When they cannot be had, the server's own words stand. */
export function fetchWords(language: Language): Promise<void> {
  let fetched = coming.get(language);
  if (!fetched) {
    fetched = Promise.all([import("./reasons/words"), texts[language]()])
      .then(([{ makeWords }, its]) => void here.set(language, makeWords(language, its.default)))
      .catch(() => void here.set(language, "lost"))
      .then(() => {
        for (const tell of waiting) tell();
      });
    coming.set(language, fetched);
  }
  return fetched;
}

const wait = (tell: () => void) => {
  waiting.add(tell);
  return () => void waiting.delete(tell);
};

/** The wordings of the reader's language, as they are when it is called: nothing while they come. */
export function useWords(): () => Words | "lost" | undefined {
  const { language } = useLanguage();
  const now = useSyncExternalStore(wait, () => here.get(language));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function when they have come, so that all is drawn anew
  return useCallback(() => {
    const words = here.get(language);
    if (!words) void fetchWords(language);
    return words;
  }, [language, now]);
}

/** A reason of the server in the reader's language; `ours` is false when it stands as the server said it. */
export function useSays(): (sentence: string) => { text: string; ours: boolean } {
  const wordsNow = useWords();
  const { language } = useLanguage();
  return useCallback(
    (sentence) => {
      if (!sentence) return { text: "", ours: true };
      const words = wordsNow();
      if (!words) return { text: "", ours: true };
      const text = words === "lost" ? undefined : words.says(sentence);
      return text === undefined ? { text: sentence, ours: language === "en" } : { text, ours: true };
    },
    [wordsNow, language],
  );
}

const between: Record<Language, string> = { nb: "og", nn: "og", en: "and", sv: "och" };

/** A rule's name: sections are as they are, the few words among them are ours. */
export function useRule(): (rule: string) => string {
  const t = useT();
  const { language } = useLanguage();
  return useCallback(
    (rule) => {
      if (rule === "course") return t("rule.course");
      if (rule === "customary order") return t("rule.order");
      if (rule === "creditor's setting") return t("rule.setting");
      const invoice = /^invoice (.+)$/.exec(rule);
      if (invoice) return t("today.invoice", { invoice: invoice[1] });
      return inWords(rule, language);
    },
    [t, language],
  );
}

/** A section as the server cites it, with our words between its numbers. */
export function inWords(rule: string, language: Language): string {
  const ours = rule.replaceAll(" and ", ` ${between[language]} `).replace(/(\d) to (\d)/, "$1–$2");
  return language === "en" ? ours : ours.replace(" August ", language === "sv" ? " augusti " : ". august ");
}
