/** The languages of the application, and the locale whose habits each follows. */
export const languages = ["nb", "nn", "en", "sv"] as const;
export type Language = (typeof languages)[number];

export const locales: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB", sv: "sv-SE" };
/** How a language counts and writes numbers; browsers do not know nynorsk, which does both as bokmål. */
export const counting: Record<Language, string> = { ...locales, nn: "nb-NO" };

/** The first language of the wishes that we have; bokmål when there is none. `no` is bokmål. */
export function languageOf(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const short = wish?.slice(0, 2).toLowerCase();
    if (short === "no") return "nb";
    const found = languages.find((language) => language === short);
    if (found) return found;
  }
  return "nb";
}
