import type { Language } from "~/format/language";
import type nb from "./nb.json";

/** What may stand between {{ and }} in a letter's text, each in a few words. */
export type Fillings = typeof nb;

const all: Record<Language, () => Promise<{ default: Fillings }>> = {
  nb: () => import("./nb.json"),
  nn: () => import("./nn.json"),
  en: () => import("./en.json"),
  sv: () => import("./sv.json"),
};

/** They are many, and asked for by those who write a letter. */
export async function fetchFillings(language: Language): Promise<Fillings> {
  return (await all[language]()).default;
}
