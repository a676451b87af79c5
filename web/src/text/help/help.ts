import { useQuery } from "@tanstack/react-query";
import type { Language } from "~/format/language";
import { useLanguage } from "../texts";
import type nb from "./nb.json";

type All = typeof nb;
export type ArticleId = keyof All["articles"];

/** A short article: what the screen is for, how it is done step by step, and what else to read. */
export interface Article {
  title: string;
  text: string[];
  steps?: string[];
  see?: string[];
}

export interface HelpTexts {
  articles: Record<ArticleId, Article>;
  tour: { title: string; text: string }[];
}

const books: Record<Language, () => Promise<{ default: HelpTexts }>> = {
  nb: () => import("./nb.json"),
  nn: () => import("./nn.json"),
  en: () => import("./en.json"),
  sv: () => import("./sv.json"),
};

/** The articles in the reader's language; they travel with the program and are fetched when somebody asks. */
export function useHelpTexts(): HelpTexts | undefined {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["help", language],
    queryFn: async () => (await books[language]()).default,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
