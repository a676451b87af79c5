import { useAutomation } from "~/api/automation";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { Notice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../page/Settings.module.css";
import { AutomationForm } from "./AutomationForm";
import { ByHand } from "./ByHand";
import { Fresh } from "./Fresh";
import { History } from "./History";
import { Ready } from "./Ready";

/** What happens by itself: the start of cases, what waits for a yes, and when a case ends; with who lacks what. */
export function AutomationPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("manage_creditor");
  const { data, error, refetch } = useAutomation(org);
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={8} />;
  return (
    <div className={css.body}>
      {!may && <Notice tone="plain">{t("company.read-only")}</Notice>}
      <Ready />
      <ByHand />
      <AutomationForm key={data.value.number} now={data.value} etag={data.etag} may={may} />
      <Fresh />
      <History />
    </div>
  );
}
