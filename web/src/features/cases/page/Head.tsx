import { useState } from "react";
import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import type { ActOffer, Case } from "~/api/types";
import { actName } from "~/text/acts";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "~/ui/Button";
import { DebtorSheet } from "~/ui/debtor/DebtorSheet";
import { IconButton } from "~/ui/IconButton";
import { IconAddressBook, IconDots, IconPlayerPause, IconPlayerPlay } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import { StatusTag } from "~/ui/StatusTag";
import { ActDialog, CriteriaDialog, PaymentDialog } from "../acts/lazy";
import { handWords } from "../words";
import css from "./Head.module.css";

/** The debtor, right after the name at every width. */
export function DebtorButton({ debtor }: { debtor: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className={css.desk}>
        <Button icon={IconAddressBook} onPress={() => setOpen(true)}>
          {t("debtor.info")}
        </Button>
      </span>
      <span className={css.phone}>
        <IconButton icon={IconAddressBook} label={t("debtor.info")} onPress={() => setOpen(true)} />
      </span>
      <DebtorSheet debtor={debtor} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** State, invoices and course, in one line under the name. */
export function HeadLine({ one }: { one: Case }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const course = useCourse();
  return (
    <>
      <StatusTag of={one.status} />
      {one.paused_until && <span>{t("case.paused-until", { day: f.words(one.paused_until) })}</span>}
      {one.claims.map((claim) => (
        <span key={claim.number}>
          {t("today.invoice", { invoice: claim.number })}
          {claim.department && `, ${t("item.department").toLowerCase()} ${claim.department}`}
          {claim.project && `, ${t("item.project").toLowerCase()} ${claim.project}`}
          {claim.agreed_rate && `, ${t("case.rate", { rate: f.percent(claim.agreed_rate) })}`}
        </span>
      ))}
      <span>{t("case.course", { course: course(one.course), n: one.course_version })}</span>
      {!one.closed && handWords(one).map((word) => <span key={word}>{t(word)}</span>)}
      {one.criteria.own && <span>{t("criteria.own")}</span>}
      {one.merged_into && (
        <Link to={`/${org}/saker/${one.merged_into}`}>{t("case.merged-into", { case: String(one.merged_into) })}</Link>
      )}
    </>
  );
}

interface Props {
  one: Case;
  etag: string | undefined;
  offers: ActOffer[];
  onResume: (offer: ActOffer) => void;
}

const listed: ActOffer["act"][] = [
  "object",
  "credit",
  "plan",
  "course",
  "interest",
  "close_rest",
  "withdraw",
  "reopen",
];

/** What a case is opened for most: a payment, a hold, and the rest in a menu. */
export function HeadActs({ one, etag, offers, onResume }: Props) {
  const t = useT();
  const may = useMay("act_on_cases");
  const pays = useMay("register_payments");
  const [paying, setPaying] = useState(false);
  const [criteria, setCriteria] = useState(false);
  const [asking, setAsking] = useState<ActOffer>();
  const open = offers.filter((offer) => offer.allowed);
  const pause = open.find((offer) => offer.act === "pause");
  const resume = open.find((offer) => offer.act === "resume");
  const rest = open.filter((offer) => listed.includes(offer.act));
  return (
    <>
      {may && resume && (
        <span className={css.desk}>
          <Button icon={IconPlayerPlay} onPress={() => onResume(resume)}>
            {t("act.resume")}
          </Button>
        </span>
      )}
      {may && pause && (
        <span className={css.desk}>
          <Button icon={IconPlayerPause} onPress={() => setAsking(pause)}>
            {t("act.pause")}
          </Button>
        </span>
      )}
      {pays && one.tab !== "closed" && (
        <span className={css.desk}>
          <Button kind="primary" onPress={() => setPaying(true)}>
            {t("payment.register")}
          </Button>
        </span>
      )}
      <Menu
        label={t("common.more")}
        target={<IconButton icon={IconDots} label={t("common.more")} />}
        items={[
          ...(pays && one.tab !== "closed" ? [{ text: t("payment.register"), onPress: () => setPaying(true) }] : []),
          ...(may ? [pause, ...rest] : [])
            .filter((offer) => offer !== undefined)
            .map((offer) => {
              const { id, values } = actName(offer);
              return { text: t(id, values), onPress: () => setAsking(offer) };
            }),
          ...(may && one.tab !== "closed" ? [{ text: t("criteria.change"), onPress: () => setCriteria(true) }] : []),
          { text: t("case.all-acts"), to: "?vis=handlinger", apart: true },
        ]}
      />
      {criteria && <CriteriaDialog one={one} etag={etag} onClose={() => setCriteria(false)} />}
      {paying && <PaymentDialog one={one} onClose={() => setPaying(false)} />}
      {asking && <ActDialog one={one} offer={asking} etag={etag} onClose={() => setAsking(undefined)} />}
    </>
  );
}
