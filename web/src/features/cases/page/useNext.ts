import type { Case } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { closingWord } from "../words";

const letters = new Set(["nudge", "reminder", "notice", "demand", "enforcement_notice", "rest_note"]);
const legal = new Set(["attachment", "conciliation", "bankruptcy"]);
const chores = ["book_what_comes", "look_again", "enforce", "choose", "claim_in_estate"] as const;

/** What happens next in one sentence with its day, and in another whether one must do something. */
export function useNext(one: Case): { says: string; must: string | undefined; letter: boolean } {
  const t = useT();
  const f = useF();
  const next = one.next;
  if (one.closed)
    return {
      says: t("next.closed", { reason: t(closingWord(one.closed.reason)), day: f.words(one.closed.on) }),
      must: t("next.nothing"),
      letter: false,
    };
  if (!next) {
    const held = one.held_by?.[0];
    return {
      says: held ? t(`next.held.${held}` as "next.held.objection") : t("next.still"),
      must: undefined,
      letter: false,
    };
  }
  const near = f.relative(next.on);
  const when = near ? `${near}, ${f.weekday(next.on)}` : f.words(next.on);
  const name = longName(next.what);
  const what = name ? t(name) : next.what.replaceAll("_", " ");
  if (letters.has(next.what)) {
    if (next.by === "person")
      return { says: t("next.letter.person", { what }), must: t("next.letter.person.must"), letter: true };
    const fee = next.fee ? t("next.letter.fee", { fee: f.money(next.fee) }) : undefined;
    return {
      says: t("next.letter.itself", { what, when }),
      must: [t("next.nothing"), fee].filter(Boolean).join(" "),
      letter: true,
    };
  }
  if (legal.has(next.what)) return { says: t("next.legal", { what, when }), must: t("next.legal.must"), letter: false };
  const chore = chores.find((one) => one === next.what);
  if (chore) return { says: t(`next.chore.${chore}`, { when }), must: undefined, letter: false };
  if (next.what === "awaiting_choice") return { says: t("next.choice"), must: t("next.legal.must"), letter: false };
  return {
    says: t("next.other", { what, when }),
    must: next.by === "itself" ? t("next.nothing") : undefined,
    letter: false,
  };
}
