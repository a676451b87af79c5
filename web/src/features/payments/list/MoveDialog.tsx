import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Radios, rules, useFields } from "~/ui/form";
import { Finder } from "~/ui/form/Finder";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import { assign, type Moved, type MoveWish, move, moveBack, type PaymentRow, useMoneyMoved } from "../api/payments";
import css from "../page/Payments.module.css";
import { useCaseFinder } from "../page/useCaseFinder";

const hows = ["case", "waits", "bank", "mistake"] as const;
type How = (typeof hows)[number];
interface Typed {
  how: How;
  to: string;
}

/** What may be said of a payment, by where it came from: money of the bank is somewhere, other money may never have come. */
export const waysOf = (source: PaymentRow["source"]): How[] =>
  source === "bank" ? ["case", "waits", "bank"] : ["case", "mistake", "bank"];

const wishOf = ({ how, to }: Typed): MoveWish =>
  how === "case" ? { why: "moved", to: Number(to) } : { why: how === "waits" ? "moved" : how };

/** A payment leaves its case: to another, back to what waits, or because it is not here. */
export function MoveDialog({ row, onClose }: { row: PaymentRow; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const changed = useMoneyMoved();
  const finder = useCaseFinder();
  const fields = rules.also<Typed>(rules.shape({ how: () => undefined, to: rules.text() }) as never, ({ how, to }) => ({
    to:
      how === "case" && (to === "" ? "payments.case.missing" : to === String(row.case) ? "payments.move.same" : false),
  }));
  const form = useFields<Typed>(fields, { how: "case", to: "" });
  const how = form.watch("how");
  const wayBack = (moved: Moved) => {
    const { line } = row;
    const back =
      moved.to !== null
        ? () => moveBack(org, { ...row, in: moved.to ?? 0 }, moved.case)
        : how === "waits" && line !== null
          ? () => assign(org, line, { case: moved.case, amount: row.amount })
          : undefined;
    if (!back) return undefined;
    return async () => {
      await back();
      await changed();
    };
  };
  const save = async (typed: Typed) => {
    const moved = await move(org, row, wishOf(typed));
    const undo = wayBack(moved);
    const values = { amount: f.money(row.amount), case: String(moved.case), to: String(moved.to ?? "") };
    done({ text: t(`payments.moved.${typed.how}`, values), ...(undo ? { undo } : {}) });
    await changed();
    onClose();
  };
  return (
    <FormDialog
      title={t("payments.move.title", { amount: f.money(row.amount), case: String(row.case) })}
      act={t("payments.move.act")}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Radios
        name="how"
        label={t("payments.move.how")}
        options={waysOf(row.source).map((value) => ({
          value,
          label: t(`payments.move.${value}`),
          ...(value === "case" ? {} : { help: t(`payments.move.${value}.help`) }),
        }))}
      />
      {how === "case" && (
        <Finder
          name="to"
          label={t("payments.move.to")}
          help={t("payments.case.help")}
          required
          nothing={t("palette.nothing")}
          {...finder}
        />
      )}
      <p className={css.quiet}>{t("payments.move.text")}</p>
    </FormDialog>
  );
}
