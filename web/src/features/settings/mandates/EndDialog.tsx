import { useQueryClient } from "@tanstack/react-query";
import type { components } from "~/api/schema";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { endMandate, type Mandate, mandatesKey } from "../api/mandates";
import { AskDialog } from "./AskDialog";
import { useTaker } from "./useTaker";

interface Props {
  creditor: components["schemas"]["CreditorBrief"];
  mandate: Mandate;
  onClose: () => void;
}

/** Ends a mandate, or takes back its code, after saying who is out. */
export function EndDialog({ creditor, mandate, onClose }: Props) {
  const t = useT();
  const done = useDone();
  const taker = useTaker();
  const queries = useQueryClient();
  const what = mandate.taken ? "end" : "withdraw";
  const end = async () => {
    await endMandate(creditor.org_number, mandate);
    await queries.invalidateQueries({ queryKey: mandatesKey });
    done({ text: t(`mandates.${what}.done`) });
    onClose();
  };
  const { people } = mandate;
  return (
    <AskDialog
      title={t(`mandates.${what}.title`, { name: taker(mandate) })}
      text={t(`mandates.${what}.text`, { n: people.length, people: people.join(", "), creditor: creditor.name })}
      act={t(`mandates.${what}`)}
      onAct={end}
      onClose={onClose}
    />
  );
}
