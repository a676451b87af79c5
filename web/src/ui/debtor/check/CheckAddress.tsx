import { useState } from "react";
import { useMay } from "~/api/me";
import type { Debtor } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../../Button";
import { HelpLink } from "../../help/HelpLink";
import { Notice } from "../../Notice";
import { ByHand } from "./ByHand";
import css from "./Check.module.css";
import { Checks } from "./Checks";
import { LookUp } from "./LookUp";

interface Props {
  one: Debtor;
  etag: string | undefined;
}

const registerPage = "https://virksomhet.brreg.no/nb/oppslag/enheter/";

/** Whether the debtor still lives where we write to: the register asked for a firm, a guide for a person, and what was found before. */
export function CheckAddress({ one, etag }: Props) {
  const t = useT();
  const f = useF();
  const may = useMay("act_on_cases");
  const [byHand, setByHand] = useState(false);
  const firm = one.kind !== "person";
  const person = one.kind !== "company" && one.kind !== "public";
  return (
    <section className={css.section}>
      <h2>{t("check.title")}</h2>
      {one.address_doubtful && <Notice tone="wait">{t("check.doubtful")}</Notice>}
      {one.dead_on && <p>{t("check.dead-on", { day: f.words(one.dead_on) })}</p>}
      {one.bankrupt_on && <p>{t("check.bankrupt-on", { day: f.words(one.bankrupt_on) })}</p>}
      {may && firm && one.look_up && <LookUp one={one} etag={etag} />}
      {may && firm && !one.look_up && (
        <p>
          {t("check.off")}{" "}
          <a href={registerPage + (one.org_number ?? "")} target="_blank" rel="noreferrer">
            {t("check.open-register")}
          </a>
        </p>
      )}
      {may && person && (
        <>
          <ol className={css.guide}>
            <li>{t("check.guide.open")}</li>
            <li>{t("check.guide.compare")}</li>
            <li>{t("check.guide.keep")}</li>
          </ol>
          <p>
            <HelpLink article="find-address">{t("debtor.find-address")}</HelpLink>
          </p>
        </>
      )}
      {may && !byHand && (
        <p>
          <Button onPress={() => setByHand(true)}>{t("check.by-hand")}</Button>
        </p>
      )}
      {may && byHand && <ByHand one={one} etag={etag} firm={!person} onClose={() => setByHand(false)} />}
      <Checks rows={one.checks ?? []} />
    </section>
  );
}
