import { type TextId, useT } from "~/text/texts";

const sources: Record<string, TextId> = {
  ledger: "source.ledger",
  contacts: "source.contacts",
  register: "source.register",
  hand: "source.hand",
};

/** Where an address comes from, in words; another source has its own name. */
export function useSource(): (source: string) => string {
  const t = useT();
  return (source) => {
    const known = sources[source];
    return known ? t(known) : source;
  };
}
