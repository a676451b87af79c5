import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { meQuery, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { leaveMandate, mandatesKey, type OwnMandate } from "../api/mandates";
import { AskDialog } from "./AskDialog";

/** One works for this creditor no longer. */
export function LeaveDialog({ mandate, onClose }: { mandate: OwnMandate; onClose: () => void }) {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const done = useDone();
  const queries = useQueryClient();
  const { name, org_number } = mandate.creditor;
  const leave = async () => {
    await leaveMandate(mandate);
    done({ text: t("mandates.leave.done", { name }) });
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    // The pages of a creditor that one no longer sees are not there.
    if (org_number === org) return void go("/");
    await queries.invalidateQueries({ queryKey: mandatesKey });
    onClose();
  };
  return (
    <AskDialog
      title={t("mandates.leave.title", { name })}
      text={t("mandates.leave.text", { name })}
      act={t("mandates.leave")}
      onAct={leave}
      onClose={onClose}
    />
  );
}
