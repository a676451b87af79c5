import { lazy, Suspense, useState } from "react";
import { useMay } from "~/api/me";
import type { ActOffer, Case } from "~/api/types";
import { actName } from "~/text/acts";
import { useT, withWords } from "~/text/texts";
import { Button } from "~/ui/Button";
import { HelpLink } from "~/ui/help/HelpLink";
import { IconCalendarEvent } from "~/ui/icons";
import { ProblemNotice } from "~/ui/Notice";
import { Reasons } from "~/ui/Reasons";
import { Why } from "~/ui/Why";
import { ActDialog } from "../acts/lazy";
import { useStraight } from "../acts/useStraight";
import css from "./NextBox.module.css";
import { useNext } from "./useNext";

const LetterPreview = lazy(withWords(async () => (await import("./LetterPreview")).LetterPreview));

const atCourt = new Set<ActOffer["act"]>(["served", "filed", "hearing", "decided"]);

interface Props {
  one: Case;
  etag: string | undefined;
  offers: ActOffer[];
}

/** What a case that waits is waiting for. */
const first = new Set<ActOffer["act"]>(["take_step", "close_rest"]);
const waits = (one: Case) => one.status === "approval";

/** The first thing on the page: what happens next, and whether a person must do something. */
export function NextBox({ one, etag, offers }: Props) {
  const t = useT();
  const may = useMay("act_on_cases");
  const straight = useStraight(one.case, etag);
  const [looking, setLooking] = useState(false);
  const [asking, setAsking] = useState<ActOffer>();
  const { says, must, letter } = useNext(one, offers);
  const because = one.next?.because ?? [];
  const pause = letter ? offers.find((offer) => offer.act === "pause" && offer.allowed) : undefined;
  const decided = offers.filter(
    (offer) =>
      offer.allowed &&
      (offer.act === "approve_letter" || offer.act === "settle_objection" || offer.act === "address_fixed"),
  );
  const court = one.next ? [] : offers.filter((offer) => offer.allowed && atCourt.has(offer.act));
  const mine = offers.filter(
    (offer) =>
      offer.allowed &&
      (offer.act === "take_step" || offer.act === "reopen" || (offer.act === "close_rest" && waits(one))),
  );
  const legal = one.next?.by === "person" ? offers.filter((offer) => offer.act === "legal" && offer.allowed) : [];
  return (
    <section className={css.next} data-done={one.closed ? true : undefined} aria-label={t("case.next")}>
      <IconCalendarEvent size={19} stroke={1.7} aria-hidden />
      <div className={css.body}>
        <h2>{says}</h2>
        {must && <p>{must}</p>}
        {one.held_by?.includes("returned_mail") && (
          <p>
            <HelpLink article="find-address">{t("debtor.find-address")}</HelpLink>
          </p>
        )}
        <div className={css.acts}>
          {may &&
            decided.map((offer) => {
              const { id, values } = actName(offer);
              return (
                <Button key={`${offer.act}${offer.letter}`} kind="primary" onPress={() => straight.press(offer)}>
                  {t(id, values)}
                </Button>
              );
            })}
          {may &&
            [...mine, ...legal, ...court].map((offer) => {
              const { id, values } = actName(offer);
              const kind = first.has(offer.act) ? "primary" : "quiet";
              return (
                <Button key={`${offer.act}${offer.kind}`} kind={kind} onPress={() => setAsking(offer)}>
                  {t(id, values)}
                </Button>
              );
            })}
          {letter && <Button onPress={() => setLooking(true)}>{t("case.preview")}</Button>}
          {may && pause && <Button onPress={() => setAsking(pause)}>{t("case.hold")}</Button>}
          {because.length > 0 && (
            <Why title={t("case.next.why")}>
              <Reasons of={because} />
            </Why>
          )}
        </div>
        {straight.problem && <ProblemNotice problem={straight.problem} />}
      </div>
      <Suspense fallback={null}>{looking && <LetterPreview one={one} onClose={() => setLooking(false)} />}</Suspense>
      {asking && <ActDialog one={one} offer={asking} etag={etag} onClose={() => setAsking(undefined)} />}
    </section>
  );
}
