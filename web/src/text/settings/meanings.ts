import type { Language } from "~/format/language";
import type nb from "./nb.json";

/** What each setting is, in a sentence, by its name. English is what the server says. */
export type Meanings = typeof nb;

const all: Record<Exclude<Language, "en">, () => Promise<{ default: Meanings }>> = {
  nb: () => import("./nb.json"),
  nn: () => import("./nn.json"),
  sv: () => import("./sv.json"),
};

/** They are many, and only who looks at all settings reads them. */
export async function fetchMeanings(language: Language): Promise<Record<string, string>> {
  return language === "en" ? {} : (await all[language]()).default;
}
