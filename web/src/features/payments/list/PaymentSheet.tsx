import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { isZero } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import { Sheet } from "~/ui/Sheet";
import type { PaymentRow } from "../api/payments";
import css from "../page/Payments.module.css";
import { parts, StateTag } from "./columns";
import { LineFacts } from "./LineSheet";
import type { PaymentAct } from "./PaymentList";

interface Props {
  row: PaymentRow;
  onAct: (act: PaymentAct) => void;
  onClose: () => void;
}

/** A payment: what it covers, what may be done with it, and the bank's own line. */
export function PaymentSheet({ row, onAct, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const may = useMay("register_payments");
  const words = {
    costs: t("part.costs"),
    interest: t("part.interest"),
    principal: t("part.principal"),
    overpaid: t("payments.overpaid"),
    returned: t("payments.returned"),
  };
  return (
    <Sheet title={t("payments.one")} open onClose={onClose}>
      <div className={css.result}>
        <p className={css.big}>
          <b className={row.gone ? css.struck : undefined}>
            <Money of={row.amount} unit />
          </b>{" "}
          <StateTag row={row} />
        </p>
        <p>
          <Link className="in-text" to={`/${org}/saker/${row.case}`}>
            {t("today.case", { case: String(row.case) })}
          </Link>{" "}
          {row.name}
        </p>
        <dl>
          <div>
            <dt>{t("payments.on")}</dt>
            <dd>
              <Day of={row.on} />
            </dd>
          </div>
          <div>
            <dt>{t("payments.told")}</dt>
            <dd>
              <Day of={row.told} />
            </dd>
          </div>
          <div>
            <dt>{t("payments.source")}</dt>
            <dd>{t(`payments.source.${row.source}`)}</dd>
          </div>
          {parts
            .filter((part) => !isZero(row[part]))
            .map((part) => (
              <div key={part}>
                <dt>{words[part]}</dt>
                <dd>
                  <Money of={row[part]} />
                </dd>
              </div>
            ))}
        </dl>
        {may && !row.gone && (
          <div className={css.acts}>
            <Button onPress={() => onAct("move")}>{t("payments.move")}</Button>
            {!isZero(row.overpaid) && <Button onPress={() => onAct("back")}>{t("refund.order")}</Button>}
          </div>
        )}
        {row.line === null ? <p className={css.quiet}>{t("payments.no-line")}</p> : <LineFacts line={row.line} />}
      </div>
    </Sheet>
  );
}
