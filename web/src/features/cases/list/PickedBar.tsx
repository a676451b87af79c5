import type { CaseRow, CaseSums } from "~/api/types";
import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconDots, IconPlayerPause } from "~/ui/icons";
import { PickedFoot } from "~/ui/ListFoot";
import { Menu } from "~/ui/Menu";
import type { Picks } from "~/ui/table/usePicks";
import type { BulkKind, Which } from "../api/bulk";
import type { Ask } from "../api/cases";
import { filterOf } from "./useAsk";

export interface Many {
  act: BulkKind;
  which: Which;
  count: number;
  sum: string | undefined;
}

interface Props {
  picks: Picks<CaseRow>;
  ask: Ask;
  sums: CaseSums | undefined;
  onAct: (many: Many) => void;
}

const rest = [
  ["resume", "act.resume"],
  ["approve_letter", "act.approve_letters"],
  ["settle_objection", "act.settle_objection"],
  ["take_step", "act.take_step"],
  ["course", "act.course"],
  ["interest", "act.interest"],
  ["close_rest", "act.close_rest"],
  ["reopen", "act.reopen"],
  ["withdraw", "act.withdraw"],
] as const;

/** What can be done with the picked cases: some of them, or all that match. */
export function PickedBar({ picks, ask, sums, onAct }: Props) {
  const t = useT();
  const sum = picks.all ? sums?.open : addUp([...picks.rows.values()].map((row) => row.open ?? "0.00"));
  const which: Which = picks.all
    ? { filter: filterOf(ask), count: picks.count }
    : { cases: [...picks.rows.values()].map((row) => row.case) };
  // Closed cases can only go on again, and the others need not.
  const offered = rest.filter(
    ([one]) => ask.tab === undefined || ask.tab === "all" || (one === "reopen") === (ask.tab === "closed"),
  );
  const act = (one: BulkKind) => onAct({ act: one, which, count: picks.count, sum });
  return (
    <PickedFoot count={t("cases.picked", { n: picks.count })} sum={sum} onLetGo={picks.letGo}>
      <Button icon={IconPlayerPause} onPress={() => act("pause")}>
        {t("act.pause")}
      </Button>
      <Menu
        label={t("bulk.more")}
        target={<Button icon={IconDots}>{t("bulk.more")}</Button>}
        items={offered.map(([one, text]) => ({ text: t(text), apart: one === "withdraw", onPress: () => act(one) }))}
      />
    </PickedFoot>
  );
}
