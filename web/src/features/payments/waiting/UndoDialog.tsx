import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { negated } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Failure } from "~/ui/Empty";
import { Ends } from "~/ui/Ends";
import { Radios, rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { Notice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { useDone } from "~/ui/Toasts";
import { assign, type PaymentRow, useMoneyMoved, usePaymentsOf } from "../api/payments";
import type { Line } from "./WaitingTab";

interface Props {
  line: Line;
  onClose: () => void;
}

/** The bank takes money back: which payment does this line undo? Those of the same sum are offered. */
export function UndoDialog({ line, onClose }: Props) {
  const t = useT();
  const f = useF();
  const amount = negated(line.left);
  const { data, error, refetch } = usePaymentsOf(useOrg(), amount, line.on);
  const title = t("payments.undoes.title", { amount: f.money(amount) });
  if (data && data.length > 0) return <Which line={line} title={title} rows={data} onClose={onClose} />;
  return (
    <Dialog title={title} open onClose={onClose}>
      {error ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : data ? (
        <Notice tone="plain">{t("payments.undoes.none")}</Notice>
      ) : (
        <WaitingRows rows={2} />
      )}
      <Ends>
        <Button onPress={onClose}>{t("common.close")}</Button>
      </Ends>
    </Dialog>
  );
}

const fields = rules.shape({ which: rules.required("payments.undoes.missing") });
const keyOf = (row: PaymentRow) => `${row.case}/${row.payment}`;

function Which({ line, title, rows, onClose }: Props & { title: string; rows: PaymentRow[] }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useMoneyMoved();
  const form = useFields(fields, { which: rows.length === 1 && rows[0] ? keyOf(rows[0]) : "" });
  const save = async ({ which }: { which: string }) => {
    const row = rows.find((one) => keyOf(one) === which);
    if (!row) return;
    await assign(org, line.line, { case: row.case, undoes: row.payment });
    done({ text: t("payments.undone", { amount: f.money(row.amount), case: String(row.case) }) });
    await moved();
    onClose();
  };
  return (
    <FormDialog title={title} act={t("payments.undoes")} form={form} onSave={save} onClose={onClose}>
      <Radios
        name="which"
        label={t("payments.undoes.which")}
        help={t("payments.undoes.help")}
        required
        options={rows.map((row) => ({
          value: keyOf(row),
          label: `${t("today.case", { case: String(row.case) })} ${row.name}`,
          help: [f.day(row.on), row.kid, row.payer].filter(Boolean).join(" · "),
        }))}
      />
    </FormDialog>
  );
}
