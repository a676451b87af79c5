import { useMemo } from "react";
import { actName } from "~/text/acts";
import { useT } from "~/text/texts";
import type { Narrowing } from "~/ui/list/useHeld";
import type { Column } from "~/ui/table/types";
import type { Client, Decision } from "../api/decisions";
import { useWaits } from "./Choices";

const clientsWord = "kreditor";

/** Whether it says whose the decisions are. */
export const isClients = (pill: Narrowing<Decision>) => pill.word === clientsWord;

/** What a file of the decisions holds, and what narrows them: whose they are, and what waits. */
export function useDecisionColumns(clients: readonly Client[]) {
  const t = useT();
  const waits = useWaits();
  return useMemo(() => {
    const client = (org: string) => clients.find((one) => one.org_number === org)?.name ?? org;
    const cell = () => null;
    const columns: Column<Decision>[] = [
      { id: "client", head: t("creditor.name"), value: (row) => client(row.creditor), cell },
      { id: "org", head: t("creditor.org"), value: (row) => row.creditor, cell },
      { id: "name", head: t("cases.debtor"), value: (row) => row.name, cell },
      { id: "case", head: t("cases.case"), kind: "whole", value: (row) => row.case, cell },
      { id: "waits", head: t("decisions.waits"), value: waits, cell },
      { id: "days", head: t("cases.days-over"), kind: "whole", value: (row) => row.days_over, cell },
      { id: "open", head: t("cases.open"), kind: "money", summed: true, value: (row) => row.open ?? "", cell },
      {
        id: "acts",
        head: t("decisions.decide"),
        value: (row) =>
          row.acts
            .map((offer) => {
              const { id, values } = actName(offer);
              return t(id, values);
            })
            .join(", "),
        cell,
      },
    ];
    const pills: Narrowing<Decision>[] = [
      { word: clientsWord, name: t("acts-log.creditor"), of: (row) => row.creditor, say: client },
      { word: "venter", name: t("decisions.waits"), of: waits },
    ];
    return { columns, pills };
  }, [t, waits, clients]);
}
