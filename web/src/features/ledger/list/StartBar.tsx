import { useOrg } from "~/api/me";
import type { LedgerRow } from "~/api/types";
import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconPlayerPlay } from "~/ui/icons";
import { PickedFoot } from "~/ui/ListFoot";
import type { Picks } from "~/ui/table/usePicks";
import { type Ask, fetchLedger, type StartWish } from "../api/ledger";

interface Props {
  picks: Picks<LedgerRow>;
  ask: Ask;
  open: string | undefined;
  onStart: (wish: StartWish, sum: string) => void;
}

/** How many invoices are picked, how much they are, and their start. */
export function StartBar({ picks, ask, open, onStart }: Props) {
  const t = useT();
  const org = useOrg();
  const sum = picks.all ? open : addUp([...picks.rows.values()].map((row) => row.open));
  const setWish = (wish: StartWish) => onStart(wish, sum ?? "0.00");
  const press = async () => {
    if (!picks.all) return setWish({ invoices: [...picks.rows.keys()] });
    if (ask.show !== "warned") return setWish({ all: true, ...(ask.search ? { search: ask.search } : {}) });
    const invoices: string[] = [];
    for (let offset = 0; offset < picks.count; offset += 200)
      invoices.push(...(await fetchLedger(org, ask, offset, 200)).rows.map((row) => row.invoice));
    setWish({ invoices });
  };
  return (
    <PickedFoot count={t("ledger.picked", { n: picks.count })} sum={sum} onLetGo={picks.letGo}>
      <Button icon={IconPlayerPlay} onPress={press}>
        {t("ledger.start")}
      </Button>
    </PickedFoot>
  );
}
