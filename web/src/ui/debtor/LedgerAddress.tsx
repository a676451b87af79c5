import { changeDebtor, useDebtorMoved } from "~/api/debtor";
import { useMay, useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { Ends } from "../Ends";
import { Notice, ProblemNotice } from "../Notice";
import { useDone } from "../Toasts";
import { useTrying } from "../useTrying";

/** The ledger has told another address than the one a person set: which one holds is chosen here. */
export function LedgerAddress({ one, etag }: { one: Debtor; etag: string | undefined }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("act_on_cases");
  const done = useDone();
  const moved = useDebtorMoved();
  const choosing = useTrying();
  const told = one.ledger_address;
  if (!told) return null;
  const choose = (address: Debtor["address"]) =>
    choosing.run(async () => {
      await changeDebtor(org, one.debtor, { address }, etag);
      await moved();
      done({ text: t("common.saved") });
    });
  return (
    <Notice tone="wait">
      <p>{t("debtor.ledger.says", { address: told.lines.join(", "), day: f.day(told.since) })}</p>
      {may && (
        <Ends>
          <Button busy={choosing.busy} onPress={() => void choose(told.address)}>
            {t("debtor.ledger.use")}
          </Button>
          <Button busy={choosing.busy} onPress={() => void choose(one.address)}>
            {t("debtor.ledger.keep")}
          </Button>
        </Ends>
      )}
      {choosing.problem && <ProblemNotice problem={choosing.problem} />}
    </Notice>
  );
}
