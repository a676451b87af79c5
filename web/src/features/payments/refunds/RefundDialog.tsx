import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import { readAmount } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { AmountField, rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import { useMoneyMoved } from "../api/payments";
import { cancelRefund, orderRefund } from "../api/refunds";

interface Props {
  /** What goes back: of a payment what is owed, or of a line what waits. */
  of: { case: number; payment: number } | { line: number };
  amount: string;
  account: string;
  name: string;
  onClose: () => void;
}

const fields = rules.shape({
  amount: rules.amount("payment.amount.missing"),
  account: rules.required("refund.account.missing"),
  name: rules.required("refund.name.missing"),
});

/** Money is to go back: how much, to which account, to whom. Nothing is paid before the bank has the file. */
export function RefundDialog({ of, amount, account, name, onClose }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const intent = useIntent();
  const form = useFields(fields, { amount: f.money(amount), account, name });
  const save = async (typed: { amount: string; account: string; name: string }) => {
    const wish = {
      ...of,
      amount: readAmount(typed.amount) ?? "",
      account: typed.account.trim(),
      name: typed.name.trim(),
    };
    const refund = await orderRefund(org, wish, intent(wish));
    done({
      text: t("refund.ordered", { amount: f.money(refund.amount), name: refund.name }),
      undo: async () => {
        await cancelRefund(org, refund.refund);
        await moved();
      },
    });
    await moved();
    onClose();
  };
  return (
    <FormDialog
      title={t("refund.title", { amount: f.money(amount) })}
      act={t("refund.act")}
      form={form}
      onSave={save}
      fieldOf={(field) => (/^(line|case) /.test(field) ? "amount" : undefined)}
      onClose={onClose}
    >
      <AmountField name="amount" label={t("payment.amount")} required />
      <TextField
        name="account"
        kind="code"
        label={t("refund.account")}
        help={t(account ? "refund.account.from-bank" : "refund.account.help")}
        required
      />
      <TextField name="name" label={t("refund.name")} required />
      <p>{t("refund.text")}</p>
    </FormDialog>
  );
}
