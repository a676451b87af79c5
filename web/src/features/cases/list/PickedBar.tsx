import { useOrg } from "~/api/me";
import type { CaseRow, CaseSums } from "~/api/types";
import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconPlayerPause } from "~/ui/icons";
import { PickedFoot } from "~/ui/ListFoot";
import type { Picks } from "~/ui/table/usePicks";
import { type Ask, fetchCases } from "../api/cases";

interface Props {
  picks: Picks<CaseRow>;
  ask: Ask;
  sums: CaseSums | undefined;
  onPause: (cases: number[]) => void;
}

/** What can be done with the picked cases. */
export function PickedBar({ picks, ask, sums, onPause }: Props) {
  const t = useT();
  const org = useOrg();
  const open = picks.all ? sums?.open : addUp([...picks.rows.values()].map((row) => row.open ?? "0.00"));
  const numbers = async (): Promise<number[]> => {
    if (!picks.all) return [...picks.rows.values()].map((row) => row.case);
    const found: number[] = [];
    for (let offset = 0; offset < picks.count; offset += 200) {
      const page = await fetchCases(org, ask, offset, 200);
      found.push(...page.rows.map((row) => row.case));
    }
    return found;
  };
  return (
    <PickedFoot count={t("cases.picked", { n: picks.count })} sum={open} onLetGo={picks.letGo}>
      <Button icon={IconPlayerPause} onPress={async () => onPause(await numbers())}>
        {t("act.pause")}
      </Button>
    </PickedFoot>
  );
}
