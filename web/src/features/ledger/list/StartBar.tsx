import type { LedgerRow } from "~/api/types";
import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconPlayerPlay } from "~/ui/icons";
import { PickedFoot } from "~/ui/ListFoot";
import type { Picks } from "~/ui/table/usePicks";
import type { Ask, StartWish } from "../api/ledger";
import { filterOf } from "./useAsk";

interface Props {
  picks: Picks<LedgerRow>;
  ask: Ask;
  open: string | undefined;
  onStart: (wish: StartWish, sum: string) => void;
}

/** How many invoices are picked, how much they are, and their start. */
export function StartBar({ picks, ask, open, onStart }: Props) {
  const t = useT();
  const sum = picks.all ? open : addUp([...picks.rows.values()].map((row) => row.open));
  const setWish = (wish: StartWish) => onStart(wish, sum ?? "0.00");
  const press = () => {
    if (!picks.all) return setWish({ invoices: [...picks.rows.keys()] });
    // Of all that is shown what is overdue; a narrower list is started as it stands.
    const wide = ask.show === undefined || ask.show === "all" || ask.show === "overdue";
    if (!wide) setWish({ filter: filterOf(ask) });
    else if (ask.group) setWish({ filter: filterOf({ ...ask, show: "overdue" }) });
    else setWish({ all: true, ...(ask.search ? { search: ask.search } : {}) });
  };
  return (
    <PickedFoot count={t("ledger.picked", { n: picks.count })} sum={sum} onLetGo={picks.letGo}>
      <Button icon={IconPlayerPlay} onPress={press}>
        {t("ledger.start")}
      </Button>
    </PickedFoot>
  );
}
