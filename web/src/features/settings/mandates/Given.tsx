import { lazy, Suspense, useState } from "react";
import { useMay, useMe, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconPlus } from "~/ui/icons";
import { Locked } from "~/ui/Locked";
import { Notice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { type Mandate, useMandates } from "../api/mandates";
import css from "../page/Settings.module.css";
import { GivenTable } from "./GivenTable";

const GiveDialog = lazy(async () => ({ default: (await import("./GiveDialog")).GiveDialog }));
const ChangeDialog = lazy(async () => ({ default: (await import("./ChangeDialog")).ChangeDialog }));
const EndDialog = lazy(async () => ({ default: (await import("./EndDialog")).EndDialog }));

type Asked = { what: "give" } | { what: "change" | "end"; mandate: Mandate };

/** Who works for this creditor by a mandate, and the codes that nobody has used yet. */
export function Given() {
  const t = useT();
  const org = useOrg();
  const creditor = useMe()?.creditors.find((one) => one.org_number === org);
  const manages = useMay("manage_creditor");
  const { data, error, refetch } = useMandates(org, manages);
  const [asked, setAsked] = useState<Asked>();
  if (!creditor) return null;
  const { name } = creditor;
  const lends = manages && creditor.mandate === null;
  const close = () => setAsked(undefined);
  const rows = () => {
    if (!manages) return <Notice tone="plain">{t("mandates.why.right", { name })}</Notice>;
    if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
    if (!data) return <WaitingRows rows={3} />;
    if (data.rows.length === 0)
      return (
        <Empty small title={t("mandates.given.none", { name })}>
          {lends && t("mandates.given.none.text")}
        </Empty>
      );
    const ask = (what: "change" | "end") => (mandate: Mandate) => setAsked({ what, mandate });
    return <GivenTable rows={data.rows} acts={lends ? { change: ask("change"), end: ask("end") } : undefined} />;
  };
  return (
    <>
      <div className={css.head}>
        <h2>{t("mandates.given", { name })}</h2>
        {lends &&
          (creditor.practice_today ? (
            <Locked act={t("mandates.give")} reason={t("mandates.why.practice")} />
          ) : (
            <Button kind="primary" icon={IconPlus} onPress={() => setAsked({ what: "give" })}>
              {t("mandates.give")}
            </Button>
          ))}
      </div>
      <p className={css.lead}>{t("mandates.given.text")}</p>
      {manages && !lends && <Notice tone="plain">{t("mandates.why.by", { name })}</Notice>}
      {manages ? <div className={css.table}>{rows()}</div> : rows()}
      <Suspense fallback={null}>
        {asked?.what === "give" && <GiveDialog creditor={creditor} onClose={close} />}
        {asked?.what === "change" && <ChangeDialog org={org} mandate={asked.mandate} onClose={close} />}
        {asked?.what === "end" && <EndDialog creditor={creditor} mandate={asked.mandate} onClose={close} />}
      </Suspense>
    </>
  );
}
