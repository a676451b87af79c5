import { useCallback } from "react";
import { useIntl } from "react-intl";
import { fetchWords, inWords, useWords } from "./says";
import { type TextId, useLanguage, useT } from "./texts";

// What the server refuses, in the reader's language by its code. The refusals of every day are texts “problem.code”, the
// others come with the reasons. A code without words of ours stands as the server says it.

interface Refusal {
  code: string;
  field?: string | undefined;
  detail?: string | undefined;
  remedy?: string | undefined;
}

export interface Told {
  /** What is wrong. */
  what: string;
  /** What to do, when it stands apart. */
  remedy: string | undefined;
  /** The language the words are in, when it is not the page's. */
  lang: "en" | undefined;
}

/** A refusal in words: what is wrong, and what to do. */
export function useTold(): (refusal: Refusal) => Told {
  const t = useT();
  const { language } = useLanguage();
  const { messages } = useIntl();
  const wordsNow = useWords();
  return useCallback(
    (refusal) => {
      const id = `problem.${refusal.code}`;
      if (id in messages) return { what: t(id as TextId), remedy: undefined, lang: undefined };
      if (refusal.code === "server.silent" || !refusal.detail)
        return { what: t("failure.silent"), remedy: t("failure.silent.remedy"), lang: undefined };
      const words = wordsNow();
      if (!words) return { what: "", remedy: undefined, lang: undefined };
      const { section, says } = apart(refusal.detail);
      const ours =
        words === "lost" ? undefined : words.refuses(refusal.code, says, refusal.remedy ?? "", refusal.field);
      const what = ours?.what ?? sentence(says);
      return {
        what: section ? `${what.replace(/\.$/, "")} (${inWords(section, language)}).` : what,
        remedy: ours ? ours.remedy : refusal.remedy,
        lang: ours || language === "en" ? undefined : "en",
      };
    },
    [t, messages, language, wordsNow],
  );
}

/** The same where a refusal becomes text once and stays so: the wordings are waited for. */
export function useToldOnce(): (refusal: Refusal) => Promise<Told> {
  const told = useTold();
  const { messages } = useIntl();
  const { language } = useLanguage();
  return useCallback(
    async (refusal) => {
      const here = `problem.${refusal.code}` in messages || refusal.code === "server.silent";
      if (!here && refusal.detail) await fetchWords(language);
      return told(refusal);
    },
    [told, messages, language],
  );
}

/** “inkassoloven § 11: …” in two. */
function apart(detail: string): { section: string | undefined; says: string } {
  const m = /^([^:]*§[^:]*): (.*)$/.exec(detail.replace(/^course: /, ""));
  return { section: m?.[1], says: m?.[2] ?? detail.replace(/^course: /, "") };
}

const sentence = (words: string) => {
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
};
