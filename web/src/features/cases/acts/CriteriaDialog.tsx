import { useCasesMoved } from "~/api/acts";
import { answer, api } from "~/api/client";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import type { Case } from "~/api/types";
import { readPercent } from "~/format/criteria";
import { readAmount } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { AmountField, rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import css from "./Acts.module.css";

interface Props {
  one: Case;
  etag: string | undefined;
  onClose: () => void;
}

const fields = rules.shape({ rest: rules.text(), close: rules.optionalAmount("fault.amount") });

/** When this case sends a rest note and when it closes; the creditor's own stay as they are. */
export function CriteriaDialog({ one, etag, onClose }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const key = useIntent();
  const moved = useCasesMoved();
  const { criteria } = one;
  const form = useFields(fields, {
    rest: criteria.rest_note_above_percent ?? "100",
    close: f.money(criteria.close_at_or_below),
  });
  const save = async ({ rest, close }: { rest: string; close: string }) => {
    const body = {
      rest_note_above_percent: readPercent(rest) || null,
      close_at_or_below: readAmount(close) ?? null,
    };
    await answer(
      api.PUT("/creditors/{creditor}/cases/{case}/criteria", {
        params: {
          path: { creditor: org, case: one.case },
          header: { "Idempotency-Key": key(body), ...(etag ? { "If-Match": etag } : {}) },
        },
        body,
      }),
    );
    await moved();
    done({ text: t("criteria.saved", { case: String(one.case) }) });
    onClose();
  };
  return (
    <FormDialog
      title={t("criteria.title")}
      form={form}
      act={t("common.save")}
      onSave={save}
      onClose={onClose}
      fieldOf={(field) => (field.includes("rest_note") ? "rest" : field.includes("close_at") ? "close" : undefined)}
    >
      <p className={css.lead}>{t("criteria.text")}</p>
      <TextField name="rest" label={t("criteria.rest")} help={t("criteria.rest.help")} kind="amount" suffix="%" />
      <AmountField name="close" label={t("criteria.close")} />
    </FormDialog>
  );
}
