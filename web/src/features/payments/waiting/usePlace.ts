import { useOrg } from "~/api/me";
import { addUp, isZero, negated } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useDone } from "~/ui/Toasts";
import { assign, moveBack, useMoneyMoved } from "../api/payments";
import type { Line } from "./WaitingTab";

/** Places a waiting payment, or a part of it, in a case, and offers to take it back out. */
export function usePlace(line: Line) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  return async (number: number, amount: string) => {
    await assign(org, line.line, { case: number, amount });
    const rest = addUp([line.left, negated(amount)]);
    const values = { amount: f.money(amount), case: String(number) };
    done({
      text: isZero(rest) ? t("payments.placed", values) : t("payments.placed.part", { ...values, rest: f.money(rest) }),
      undo: async () => {
        await moveBack(org, { in: number, on: line.on, amount, line: line.line });
        await moved();
      },
    });
    await moved();
  };
}
