import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { counting, type Language, languageOf, languages } from "~/format/language";
import type caseTexts from "./case/nb.json";
import type moreTexts from "./more/nb.json";
import type catalogue from "./nb.json";

type Main = typeof catalogue;
type Parts = { more: typeof moreTexts; case: typeof caseTexts };
export type Part = keyof Parts;

/** The id of a text. A wrong id does not compile. */
export type TextId = keyof Main | keyof Parts["more"] | keyof Parts["case"];
export type Values = Record<string, string | number | undefined>;
type Catalogue = Record<TextId, string>;

const mains: Record<Language, () => Promise<{ default: Main }>> = {
  nb: () => import("./nb.json"),
  nn: () => import("./nn.json"),
  en: () => import("./en.json"),
  sv: () => import("./sv.json"),
};
const parts: { [P in Part]: Record<Language, () => Promise<{ default: Parts[P] }>> } = {
  more: {
    nb: () => import("./more/nb.json"),
    nn: () => import("./more/nn.json"),
    en: () => import("./more/en.json"),
    sv: () => import("./more/sv.json"),
  },
  case: {
    nb: () => import("./case/nb.json"),
    nn: () => import("./case/nn.json"),
    en: () => import("./case/en.json"),
    sv: () => import("./case/sv.json"),
  },
};

const needed = new Map<Part, Promise<void>>();
let again: () => Promise<void> = async () => {};

/** Pages that are not the first have texts of their own; such a page asks for them before it is drawn. */
export function needMore(part: Part = "more"): Promise<void> {
  const asked = needed.get(part) ?? Promise.resolve().then(() => again());
  needed.set(part, asked);
  return asked;
}

/** A page that comes when it is opened, with the texts that it needs. */
export function withMore<C>(load: () => Promise<C>, part?: Part): () => Promise<{ Component: C }> {
  return async () => {
    const [Component] = await Promise.all([load(), needMore(part)]);
    return { Component };
  };
}

/** What comes when it is opened, with the texts that it needs: lazy(withWords(async () => …)). */
export function withWords<C>(load: () => Promise<C>): () => Promise<{ default: C }> {
  return async () => {
    const [part] = await Promise.all([load(), needMore()]);
    return { default: part };
  };
}

const Choice = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: "nb",
  choose: () => {},
});

/** Which language a visitor reads before anybody has logged in: the last chosen one, else the browser's wish. */
export function firstLanguage(): Language {
  return languageOf([localStorage.getItem("frist.language"), ...navigator.languages]);
}

/** Fetches a language's texts; the page is drawn when they are here. */
export async function loadTexts(language: Language): Promise<Catalogue> {
  const [main, ...rest] = await Promise.all([
    mains[language](),
    ...[...needed.keys()].map((part) => parts[part][language]()),
  ]);
  return Object.assign({}, main.default, ...rest.map((one) => one.default)) as Catalogue;
}

interface Props {
  first: Language;
  texts: Catalogue;
  children: ReactNode;
}

export function Texts({ first, texts, children }: Props) {
  const [shown, show] = useState({ language: first, texts });
  const choose = useCallback((language: Language) => {
    localStorage.setItem("frist.language", language);
    loadTexts(language).then((loaded) => show({ language, texts: loaded }));
  }, []);
  again = async () => {
    const loaded = await loadTexts(shown.language);
    show({ language: shown.language, texts: loaded });
  };
  useLayoutEffect(() => {
    document.documentElement.lang = shown.language;
  }, [shown.language]);
  const choice = useMemo(() => ({ language: shown.language, choose }), [shown.language, choose]);
  return (
    <Choice value={choice}>
      <IntlProvider locale={counting[shown.language]} messages={shown.texts} onError={fail}>
        {children}
      </IntlProvider>
    </Choice>
  );
}

function fail(error: Error): void {
  console.error(error.message);
}

/** The language on the screen, and the way to choose another. */
export const useLanguage = () => useContext(Choice);
export { languages };

/** Texts by id: t("cases.picked", { n }). */
export function useT(): (id: TextId, values?: Values) => string {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
