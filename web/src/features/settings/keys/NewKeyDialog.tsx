import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { CopyButton } from "~/ui/CopyButton";
import { Check, DayField, fieldGroup, rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { keysKey, makeKey, type Scope } from "../api/keys";
import css from "../page/Settings.module.css";

const fields = rules.shape({
  name: rules.required("keys.name.missing"),
  read: rules.truth(),
  write: rules.truth(),
  import: rules.truth(),
  expires: rules.optionalDay("fault.day"),
});
const scopes = ["read", "write", "import"] as const satisfies readonly Scope[];

/** A new key for a program; its secret is shown this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const f = useF();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const form = useFields(fields, { name: "", read: true, write: false, import: false, expires: "" });
  const save = async () => {
    const typed = form.getValues();
    const made = await makeKey({
      name: typed.name,
      scopes: scopes.filter((scope) => typed[scope]),
      expires: readDay(typed.expires, f.today) ?? null,
    });
    setSecret(made.secret);
    await queries.invalidateQueries({ queryKey: keysKey });
  };
  return (
    <FormDialog
      title={t("keys.new")}
      act={t("keys.make")}
      onClose={onClose}
      form={form}
      marks
      onSave={save}
      instead={
        secret && (
          <>
            {" "}
            <p className={css.lead}>{t("keys.secret")}</p>
            <div className={css.secret}>
              <code>{secret}</code>
              <CopyButton text={secret} what={t("keys.the-key")} />
            </div>
          </>
        )
      }
    >
      <TextField name="name" label={t("person.name")} help={t("keys.name.help")} required />
      <fieldset className={fieldGroup}>
        <legend>{t("keys.scopes")}</legend>
        {scopes.map((scope) => (
          <Check key={scope} name={scope} label={t(`scope.${scope}`)} />
        ))}
      </fieldset>
      <DayField name="expires" label={t("keys.expires")} help={t("keys.expires.help")} />
    </FormDialog>
  );
}
