import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Form, rules, useFields } from "~/ui/form";
import { PasswordField } from "~/ui/form/PasswordField";
import { useDone } from "~/ui/Toasts";
import { endFactor } from "../api/account";

interface Props {
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

const fields = rules.shape({ password: rules.required("login.password.missing") });

/** Turns the second factor off, with the password. */
export function FactorOffDialog({ onClose, onDone }: Props) {
  const t = useT();
  const done = useDone();
  const form = useFields(fields, { password: "" });
  return (
    <Dialog title={t("account.factor.turn-off")} open onClose={onClose}>
      <Form
        form={form}
        onSave={async ({ password }) => {
          await endFactor(password);
          await onDone();
          done({ text: t("account.factor.ended") });
          onClose();
        }}
        ends={
          <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
            {t("account.factor.turn-off")}
          </Button>
        }
      >
        <PasswordField name="password" label={t("account.password.now")} autoFocus />
      </Form>
    </Dialog>
  );
}
