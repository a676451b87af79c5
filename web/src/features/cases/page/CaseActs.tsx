import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { ActOffer, Case } from "~/api/types";
import { actName } from "~/text/acts";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { Locked } from "~/ui/Locked";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { ActDialog } from "../acts/lazy";
import { useStraight } from "../acts/useStraight";
import css from "./CaseActs.module.css";
import { Refused } from "./Refused";

interface Props {
  one: Case;
  etag: string | undefined;
  acts: UseQueryResult<ActOffer[]>;
}

const straightAway = new Set<ActOffer["act"]>(["resume", "settle_objection", "address_fixed", "approve_letter"]);

/** What may be done with the case today; and what may not, with the reason and the day it opens. */
export function CaseActs({ one, etag, acts }: Props) {
  const t = useT();
  const f = useF();
  const may = useMay("act_on_cases");
  const straight = useStraight(one.case, etag);
  const [asking, setAsking] = useState<ActOffer>();
  if (acts.error) return <Failure problem={asProblem(acts.error)} again={acts.refetch} />;
  if (!acts.data) return <WaitingRows rows={5} />;
  const open = acts.data.filter((offer) => offer.allowed);
  const shut = acts.data.filter((offer) => !offer.allowed);
  const keyOf = (offer: ActOffer) => `${offer.act}-${offer.kind}-${offer.letter}-${offer.other}`;
  return (
    <>
      <section className={css.acts}>
        <h2>{t("acts.open")}</h2>
        {!may && <Notice tone="plain">{t("acts.read-only")}</Notice>}
        {open.length === 0 && <p>{t("acts.none")}</p>}
        <div className={css.row}>
          {may &&
            open.map((offer) => {
              const { id, values } = actName(offer);
              const press = () => (straightAway.has(offer.act) ? straight.press(offer) : setAsking(offer));
              return (
                <Button key={keyOf(offer)} onPress={press}>
                  {t(id, values)}
                </Button>
              );
            })}
        </div>
        {straight.problem && <ProblemNotice problem={straight.problem} />}
      </section>
      {shut.length > 0 && (
        <section className={css.acts}>
          <h2>{t("acts.locked")}</h2>
          {shut.map((offer) => {
            const { id, values } = actName(offer);
            // The day alone does not open what a held case is refused.
            const held = offer.reason === "the case is held";
            const reason = (
              <>
                <Refused offer={offer} /> {held && offer.from && t("locked.then", { day: f.words(offer.from) })}
              </>
            );
            return (
              <Locked key={keyOf(offer)} act={t(id, values)} from={held ? undefined : offer.from} reason={reason} />
            );
          })}
        </section>
      )}
      {asking && <ActDialog one={one} offer={asking} etag={etag} onClose={() => setAsking(undefined)} />}
    </>
  );
}
