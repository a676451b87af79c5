import { useQuery } from "@tanstack/react-query";
import { fetchMeanings } from "~/text/settings/meanings";
import { useLanguage } from "~/text/texts";

export interface Meaning {
  text: string;
  /** The language the words are in, when it is not the page's. */
  lang: "en" | undefined;
}

/** What a setting means, in the reader's language; one that is new to us as the server says it. Nothing while they come. */
export function useMeaning(): ((name: string, means: string) => Meaning) | undefined {
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ["meanings", language],
    queryFn: () => fetchMeanings(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = data ?? (error ? {} : undefined);
  if (!known) return undefined;
  return (name, means) => {
    const ours = known[name.startsWith("courses.") ? "courses." : name];
    return { text: ours ?? (means || name), lang: ours || language === "en" ? undefined : "en" };
  };
}
