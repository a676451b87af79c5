import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import type { PaymentRow } from "../api/payments";
import css from "../page/Payments.module.css";
import { StateTag } from "./columns";

/** A payment in the list of a phone: the whole of it opens the payment. */
export function PaymentCard({ row, onOpen }: { row: PaymentRow; onOpen: () => void }) {
  return (
    <button type="button" className={css.press} onClick={onOpen}>
      <span className={css.name}>
        <span className="numbers">{row.case}</span> {row.name}
      </span>
      <b className={row.gone ? css.struck : undefined}>
        <Money of={row.amount} unit />
      </b>
      <small>
        <Day of={row.on} as="short" />
      </small>
      <StateTag quiet row={row} />
    </button>
  );
}
