import { useState } from "react";
import { makePasskey } from "~/api/passkeys";
import { useT } from "~/text/texts";
import { CopyButton } from "~/ui/CopyButton";
import { rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { PasswordField } from "~/ui/form/PasswordField";
import { Notice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { addPasskey, beginPasskey } from "../api/account";
import css from "../page/Settings.module.css";

interface Props {
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

const fields = rules.shape({
  name: rules.required("passkeys.name.missing"),
  password: rules.required("login.password.missing"),
});

/** A new passkey: its name and the password, then the browser asks; recovery codes when there were none. */
export function NewPasskeyDialog({ onClose, onDone }: Props) {
  const t = useT();
  const done = useDone();
  const form = useFields(fields, { name: "", password: "" });
  const [codes, setCodes] = useState<string[]>();
  const [stopped, setStopped] = useState(false);
  const save = async ({ name, password }: { name: string; password: string }) => {
    setStopped(false);
    const made = await makePasskey(await beginPasskey(password));
    if (!made) return setStopped(true);
    const kept = await addPasskey({ name: name.trim(), ...made });
    await onDone();
    if (kept.codes.length) return setCodes(kept.codes);
    done({ text: t("passkeys.added") });
    onClose();
  };
  return (
    <FormDialog
      title={t("passkeys.add")}
      form={form}
      act={t("passkeys.add")}
      onSave={save}
      onClose={onClose}
      instead={
        codes && (
          <>
            <p className={css.lead}>{t("passkeys.codes")}</p>
            <ul className={`${css.codes} numbers`}>
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
            <CopyButton worded text={codes.join("\n")} what={t("account.the-codes")} />
          </>
        )
      }
    >
      <TextField name="name" label={t("passkeys.name")} help={t("passkeys.name.help")} autoFocus />
      <PasswordField name="password" label={t("account.password.now")} />
      {stopped && <Notice tone="wait">{t("login.passkey.stopped")}</Notice>}
    </FormDialog>
  );
}
