import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay, useOrg } from "~/api/me";
import type { StartResult } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { FillIn } from "~/ui/debtor/FillIn";
import { type Gap, gapOf } from "~/ui/debtor/gaps";
import { fetchLedger } from "../api/ledger";
import css from "./Ledger.module.css";

interface Props {
  row: StartResult["rows"][number];
  /** Starts this invoice again, now that the debtor is whole. */
  onAgain: () => void;
}

/** An invoice that did not start, with its reason; what is missing is filled in here, and the start goes on. */
export function RefusedRow({ row, onAgain }: Props) {
  const t = useT();
  const told = useTold();
  const may = useMay("act_on_cases");
  const [open, setOpen] = useState(false);
  const reason = row.reason ? told(row.reason) : undefined;
  const gap = gapOf(row.reason?.code ?? "");
  return (
    <li>
      <div className={css.gap}>
        <span>
          <b>{row.invoice}</b> <span lang={reason?.lang}>{reason && `${reason.what} ${reason.remedy ?? ""}`}</span>
        </span>
        {gap && may && !open && (
          <Button label={t("fill.act.of", { name: row.invoice })} onPress={() => setOpen(true)}>
            {t("fill.act")}
          </Button>
        )}
      </div>
      {gap && open && <Fill invoice={row.invoice} gap={gap} onCancel={() => setOpen(false)} onDone={onAgain} />}
    </li>
  );
}

interface FillProps {
  invoice: string;
  gap: Gap;
  onCancel: () => void;
  onDone: () => void;
}

function Fill({ invoice, gap, onCancel, onDone }: FillProps) {
  const t = useT();
  const org = useOrg();
  const found = useQuery({
    queryKey: ["ledger", org, "one", invoice],
    queryFn: () => fetchLedger(org, { show: "all", search: invoice }, 0, 20),
  }).data?.rows.find((row) => row.invoice === invoice);
  if (!found) return null;
  return <FillIn debtor={found.debtor} gaps={[gap]} act={t("fill.start")} onCancel={onCancel} onDone={onDone} />;
}
