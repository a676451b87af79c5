import { useState } from "react";
import { useOrg } from "~/api/me";
import type { CaseRow, CaseSums } from "~/api/types";
import { addUp } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconPlayerPause, IconX } from "~/ui/icons";
import { Money } from "~/ui/Money";
import type { Picks } from "~/ui/table/usePicks";
import { PauseMany } from "../acts/lazy";
import { type Ask, fetchCases } from "../api/cases";
import css from "./Foot.module.css";

interface Props {
  picks: Picks<CaseRow>;
  ask: Ask;
  sums: CaseSums | undefined;
}

/** How many are picked, how much they owe, and what can be done with them. */
export function PickedBar({ picks, ask, sums }: Props) {
  const t = useT();
  const org = useOrg();
  const [pausing, setPausing] = useState<number[]>();
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
    <div className={css.picked}>
      <b role="status">{t("cases.picked", { n: picks.count })}</b>
      {open !== undefined && <Money of={open} unit />}
      <div className={css.acts}>
        <Button icon={IconPlayerPause} onPress={async () => setPausing(await numbers())}>
          {t("act.pause")}
        </Button>
        <button type="button" className={css.close} onClick={picks.letGo} aria-label={t("cases.let-go")}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </button>
      </div>
      {pausing && <PauseMany cases={pausing} onClose={() => setPausing(undefined)} onDone={picks.letGo} />}
    </div>
  );
}
