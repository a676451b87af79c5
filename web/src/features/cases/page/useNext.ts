import type { ActOffer, Case } from "~/api/types";
import { useF } from "~/text/format";
import { type TextId, useT } from "~/text/texts";
import { longName } from "~/text/words";
import { closingWord, withdrawals } from "../words";

const letters = new Set(["nudge", "reminder", "notice", "demand", "enforcement_notice", "rest_note"]);
const legal = new Set(["attachment", "conciliation", "bankruptcy"]);
// What is filed; for a bankruptcy the petition, which comes after the demand.
const petition: Record<string, TextId> = {
  attachment: "letter.attachment",
  conciliation: "letter.conciliation",
  bankruptcy: "papers.bankruptcy",
};
const chores = ["book_what_comes", "look_again", "enforce", "choose", "claim_in_estate"] as const;

interface Next {
  says: string;
  must: string | undefined;
  letter: boolean;
}

/** What happens next in one sentence with its day, and in another whether one must do something. */
export function useNext(one: Case, offers: readonly ActOffer[]): Next {
  const t = useT();
  const f = useF();
  const atCourt = useAtCourt(one, offers);
  const next = one.next;
  if (one.closed)
    return {
      says: t("next.closed", { reason: t(closingWord(one.closed.reason)), day: f.words(one.closed.on) }),
      must: one.closed.why ? t("next.because", { why: t(withdrawals[one.closed.why]) }) : t("next.nothing"),
      letter: false,
    };
  const rest = offers.some((offer) => offer.act === "close_rest" && offer.allowed);
  if (rest && one.status === "approval")
    return { says: t("next.close"), must: t("next.close.must", { sum: f.money(one.balance.total) }), letter: false };
  if (!next) {
    const held = one.held_by?.[0];
    if (!held && atCourt) return { ...atCourt, letter: false };
    return {
      says: held ? t(`next.held.${held}` as "next.held.objection") : t("next.still"),
      must: undefined,
      letter: false,
    };
  }
  const late = next.on < f.today;
  const near = late ? undefined : f.relative(next.on);
  const when = near ? `${near}, ${f.weekday(next.on)}` : f.words(next.on);
  const name = longName(next.what);
  const what = name ? t(name) : next.what.replaceAll("_", " ");
  if (letters.has(next.what)) {
    const mine = byHand(one, next);
    if (mine === "order")
      return {
        says: next.on > f.today ? t("next.order.from", { what, when }) : t("next.order", { what }),
        must: t("next.order.must"),
        letter: true,
      };
    if (mine === "yes" && !late)
      return { says: t("next.proposed", { what, when }), must: t("next.letter.person.must"), letter: true };
    if (next.by === "person")
      return { says: t("next.letter.person", { what }), must: t("next.letter.person.must"), letter: true };
    const fee = next.fee ? t("next.letter.fee", { fee: f.money(next.fee) }) : undefined;
    return {
      says: late ? t("next.letter.night", { what }) : t("next.letter.itself", { what, when }),
      must: [t("next.nothing"), fee].filter(Boolean).join(" "),
      letter: true,
    };
  }
  if (legal.has(next.what)) {
    const says = next.on <= f.today ? t("next.legal.now", { what }) : t("next.legal", { what, when });
    return { says, must: t("next.legal.must"), letter: false };
  }
  const chore = chores.find((one) => one === next.what);
  if (chore) return { says: t(`next.chore.${chore}`, { when }), must: undefined, letter: false };
  if (next.what === "awaiting_choice") return { says: t("next.choice"), must: t("next.legal.must"), letter: false };
  return {
    says: t("next.other", { what, when }),
    must: next.by === "itself" ? t("next.nothing") : undefined,
    letter: false,
  };
}

/** What a person does for a letter that is not ordered yet: order it, or say yes to it once it is made. */
function byHand(one: Case, next: NonNullable<Case["next"]>): "order" | "yes" | undefined {
  if (next.letter || next.what === "rest_note") return undefined;
  if (one.levels.send === "off" || next.by === "person") return "order";
  return one.levels.send === "propose" ? "yes" : undefined;
}

/** Where a legal step stands: to be served, to be filed, or with the court or the office. */
function useAtCourt(one: Case, offers: readonly ActOffer[]): Omit<Next, "letter"> | undefined {
  const t = useT();
  const f = useF();
  const offer = (act: ActOffer["act"]) => offers.find((other) => other.act === act);
  const served = offer("served");
  if (served?.allowed) return { says: t("next.court.serve"), must: t("next.court.serve.must") };
  const filed = offer("filed");
  if (filed) {
    const what = t(petition[filed.kind ?? ""] ?? "letter.letter");
    if (filed.allowed) return { says: t("next.court.file", { what }), must: t("next.court.file.must") };
    return filed.from ? { says: t("next.legal", { what, when: f.words(filed.from) }), must: undefined } : undefined;
  }
  if (!offer("decided")) return undefined;
  const meeting = one.timeline.find((entry) => entry.what === "hearing" && entry.on >= f.today);
  return {
    says: meeting ? t("next.court.hearing", { day: f.words(meeting.on) }) : t("next.court.waits"),
    must: t(meeting ? "next.court.hearing.must" : "next.court.waits.must"),
  };
}
