import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconUsers } from "~/ui/icons";
import { PickedFoot } from "~/ui/ListFoot";
import type { Picks } from "~/ui/table/usePicks";
import type { Ask, DebtorRow } from "../api/debtors";
import type { Which } from "./GroupDialog";
import { filterOf } from "./useAsk";

interface Props {
  picks: Picks<DebtorRow>;
  ask: Ask;
  onGroup: (which: Which) => void;
}

/** How many debtors are picked, what they owe when they were picked one by one, and what can be done with them. */
export function PickedBar({ picks, ask, onGroup }: Props) {
  const t = useT();
  const rows = [...picks.rows.values()];
  const which: Which = picks.all
    ? { filter: filterOf(ask), count: picks.count }
    : { debtors: rows.map((row) => row.debtor) };
  return (
    <PickedFoot
      count={t("debtors.picked", { n: picks.count })}
      sum={picks.all ? undefined : addUp(rows.map((row) => row.open ?? "0.00"))}
      onLetGo={picks.letGo}
    >
      <Button icon={IconUsers} onPress={() => onGroup(which)}>
        {t("groups.set")}
      </Button>
    </PickedFoot>
  );
}
