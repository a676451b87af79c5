import { lazy, Suspense, useState } from "react";
import { useOrg } from "~/api/me";
import type { LedgerRow } from "~/api/types";
import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconPlayerPlay } from "~/ui/icons";
import { PickedFoot } from "~/ui/ListFoot";
import type { Picks } from "~/ui/table/usePicks";
import { type Ask, fetchLedger, type StartWish } from "../api/ledger";

const StartDialog = lazy(async () => ({ default: (await import("./StartDialog")).StartDialog }));

interface Props {
  picks: Picks<LedgerRow>;
  ask: Ask;
  open: string | undefined;
}

/** How many invoices are picked, how much they are, and their start. */
export function StartBar({ picks, ask, open }: Props) {
  const t = useT();
  const org = useOrg();
  const [wish, setWish] = useState<StartWish>();
  const sum = picks.all ? open : addUp([...picks.rows.values()].map((row) => row.open));
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
      {wish && sum !== undefined && (
        <Suspense fallback={null}>
          <StartDialog
            wish={wish}
            count={picks.count}
            sum={sum}
            onClose={() => setWish(undefined)}
            onDone={picks.letGo}
          />
        </Suspense>
      )}
    </PickedFoot>
  );
}
