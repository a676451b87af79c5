import { createContext, useContext } from "react";
import type { ArticleId } from "~/text/help/help";

export type { ArticleId };
export type Shown = ArticleId | "all";

interface Place {
  shown: Shown | undefined;
  show: (article: Shown | undefined) => void;
  /** The step of the tour, while it goes on. */
  step: number | undefined;
  walk: (step: number | undefined) => void;
}

export const Help = createContext<Place>({ shown: undefined, show: () => {}, step: undefined, walk: () => {} });

/** Opens an article beside the page, or the tour. */
export const useHelp = () => useContext(Help);
