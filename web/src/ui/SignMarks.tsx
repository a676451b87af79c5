import type { Signs } from "~/api/types";
import { type TextId, useT } from "~/text/texts";
import { WarningSign } from "./WarningSign";

const words: Record<Signs[number], { text: TextId; kind: "pin" | "mail" | "other" }> = {
  address_missing: { text: "sign.address_missing", kind: "pin" },
  address_doubtful: { text: "sign.address_doubtful", kind: "mail" },
  address_protected: { text: "sign.address_protected", kind: "other" },
  kind_unknown: { text: "sign.kind_unknown", kind: "other" },
  bankrupt: { text: "sign.bankrupt", kind: "other" },
  dead: { text: "sign.dead", kind: "other" },
};

/** The signs right after a debtor's name: the black pin of a missing address, and what else one should know. */
export function SignMarks({ of }: { of: Signs }) {
  const t = useT();
  return of.map((sign) => <WarningSign key={sign} kind={words[sign].kind} label={t(words[sign].text)} />);
}

/** The same in words, for lists on a page of its own. */
export function useSignWords(): (sign: Signs[number]) => string {
  const t = useT();
  return (sign) => t(words[sign].text);
}
