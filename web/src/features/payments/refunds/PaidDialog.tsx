import { useOrg } from "~/api/me";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { DayField, rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";
import { useDone } from "~/ui/Toasts";
import { useMoneyMoved } from "../api/payments";
import { cancelRefund, type Refund, refundPaid } from "../api/refunds";

interface Props {
  refund: Refund;
  onClose: () => void;
}

const nothing = rules.shape({});

/** The bank has paid it: on which day. */
export function PaidDialog({ refund, onClose }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const save = async (typed: string) => {
    const paid = await refundPaid(org, refund.refund, readDay(typed, f.today) ?? f.today);
    done({ text: t("refund.paid.done", { amount: f.money(paid.amount), name: paid.name }) });
    await moved();
    onClose();
  };
  return (
    <OneFieldDialog
      title={t("refund.paid.title", { amount: f.money(refund.amount), name: refund.name })}
      lead={t("refund.paid.text")}
      act={t("refund.paid.act")}
      rule={rules.day("fault.day")}
      first={f.day(f.today)}
      onSave={save}
      onClose={onClose}
    >
      <DayField name="value" label={t("refund.paid.on")} required />
    </OneFieldDialog>
  );
}

/** One that is in a file already: the bank must be told, too, so it is asked first. */
export function CancelDialog({ refund, onClose }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const form = useFields(nothing, {});
  const save = async () => {
    await cancelRefund(org, refund.refund);
    done({ text: t("refund.cancelled", { amount: f.money(refund.amount), name: refund.name }) });
    await moved();
    onClose();
  };
  return (
    <FormDialog
      title={t("refund.cancel.title")}
      act={t("refund.cancel.act")}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("refund.cancel.text", { file: refund.file ?? "" })}</p>
    </FormDialog>
  );
}
