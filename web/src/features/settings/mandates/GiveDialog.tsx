import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { intent } from "~/api/key";
import type { components } from "~/api/schema";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { CopyButton } from "~/ui/CopyButton";
import { FormDialog } from "~/ui/form/FormDialog";
import { type MandateRole, mandatesKey, type NewMandate, offerMandate } from "../api/mandates";
import css from "../page/Settings.module.css";
import { RoleRadios } from "./RoleRadios";

interface Props {
  creditor: components["schemas"]["CreditorBrief"];
  onClose: () => void;
}

/** A mandate for another office: what it lets them be, then the code, shown this once. */
export function GiveDialog({ creditor, onClose }: Props) {
  const t = useT();
  const f = useF();
  const queries = useQueryClient();
  const [given, setGiven] = useState<NewMandate>();
  const form = useForm<{ role: MandateRole }>({ defaultValues: { role: "handler" } });
  const save = async ({ role }: { role: MandateRole }) => {
    setGiven(await offerMandate(creditor.org_number, role, intent()));
    await queries.invalidateQueries({ queryKey: mandatesKey });
  };
  const until = given?.mandate.expires ? f.moment(given.mandate.expires) : "";
  return (
    <FormDialog
      title={t("mandates.give")}
      act={t("mandates.give.act")}
      onClose={onClose}
      form={form}
      onSave={save}
      instead={
        given && (
          <div className={css.section}>
            <p className={css.lead}>
              {t("mandates.code.text", { org: creditor.org_number, name: creditor.name, until })}
            </p>
            <div className={css.secret}>
              <code>{given.code}</code>
              <CopyButton text={given.code} what={t("mandates.the-code")} />
            </div>
          </div>
        )
      }
    >
      <p className={css.lead}>{t("mandates.give.text")}</p>
      <RoleRadios />
    </FormDialog>
  );
}
