import { useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { CopyButton } from "~/ui/CopyButton";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { PasswordField } from "~/ui/form/PasswordField";
import { beginFactor, confirmFactor, type Secret } from "../api/account";
import css from "../page/Settings.module.css";

interface Props {
  onClose: () => void;
  onDone: () => void;
}

const first = rules.shape({ password: rules.required("login.password.missing") });
const second = rules.shape({ code: rules.required("login.code.missing") });
const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

/** Password, secret, first code, recovery codes: nothing is on before the code is right. */
export function FactorDialog({ onClose, onDone }: Props) {
  const t = useT();
  const [secret, setSecret] = useState<Secret>();
  const [codes, setCodes] = useState<string[]>();
  const ask = useFields(first, { password: "" });
  const confirm = useFields(second, { code: "" });
  const close = () => {
    if (codes) onDone();
    onClose();
  };
  return (
    <Dialog title={t("account.factor.turn-on")} open onClose={close}>
      {codes ? (
        <>
          <p className={css.lead}>{t("account.codes")}</p>
          <ul className={`${css.codes} numbers`}>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <Ends>
            <CopyButton worded text={codes.join("\n")} what={t("account.the-codes")} />
            <Button kind="primary" onPress={close}>
              {t("account.codes.kept")}
            </Button>
          </Ends>
        </>
      ) : secret ? (
        <Form
          form={confirm}
          onSave={async ({ code }) => setCodes((await confirmFactor(code.replaceAll(" ", ""))).codes)}
          ends={
            <Button kind="primary" type="submit" busy={confirm.formState.isSubmitting}>
              {t("account.factor.confirm")}
            </Button>
          }
        >
          <p className={css.lead}>{t("account.secret")}</p>
          <svg
            className={css.qr}
            role="img"
            aria-label={t("account.qr")}
            viewBox={`0 0 ${secret.qr.size} ${secret.qr.size}`}
          >
            <path d={secret.qr.path} />
          </svg>
          <div className={css.secret}>
            <code>{grouped(secret.secret)}</code>
            <CopyButton text={secret.secret} what={t("account.the-secret")} />
          </div>
          <p>
            <a href={secret.uri}>{t("account.secret.open")}</a>
          </p>
          <TextField name="code" label={t("login.code")} kind="code" autoComplete="one-time-code" autoFocus />
        </Form>
      ) : (
        <Form
          form={ask}
          onSave={async ({ password }) => setSecret(await beginFactor(password))}
          ends={
            <Button kind="primary" type="submit" busy={ask.formState.isSubmitting}>
              {t("account.factor.next")}
            </Button>
          }
        >
          <PasswordField name="password" label={t("account.password.now")} autoFocus />
        </Form>
      )}
    </Dialog>
  );
}
