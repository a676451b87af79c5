import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "~/api/me";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { Notice } from "~/ui/Notice";
import { type MandateTaken, mandatesKey, takeMandate } from "../api/mandates";
import css from "../page/Settings.module.css";

const fields = rules.shape({
  org_number: rules.required("mandates.org.missing"),
  code: rules.required("mandates.code.missing"),
});

/** A creditor that is here already comes beside one's own, by the code that it gave. */
export function TakeDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [taken, setTaken] = useState<MandateTaken>();
  const form = useFields(fields, { org_number: "", code: "" });
  const save = async ({ org_number, code }: { org_number: string; code: string }) => {
    setTaken(await takeMandate({ org_number: org_number.trim(), code: code.trim() }));
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    await queries.invalidateQueries({ queryKey: mandatesKey });
  };
  const name = taken?.creditor.name ?? "";
  return (
    <FormDialog
      title={t("mandates.take")}
      act={t("mandates.take")}
      onClose={onClose}
      form={form}
      marks
      onSave={save}
      instead={
        taken && (
          <div className={css.section}>
            <Notice tone="good">{t("mandates.take.done", { name })}</Notice>
            <div>
              <ButtonLink to={`/${taken.creditor.org_number}`}>{t("mandates.take.go", { name })}</ButtonLink>
            </div>
          </div>
        )
      }
    >
      <p className={css.lead}>{t("mandates.take.text")}</p>
      <TextField name="org_number" label={t("creditor.org")} required />
      <TextField name="code" label={t("mandates.code")} help={t("mandates.code.help")} required />
    </FormDialog>
  );
}
