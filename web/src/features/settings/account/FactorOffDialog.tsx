import { useT } from "~/text/texts";
import { rules } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";
import { PasswordField } from "~/ui/form/PasswordField";
import { useDone } from "~/ui/Toasts";
import { endFactor } from "../api/account";

interface Props {
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** Turns the second factor off, with the password. */
export function FactorOffDialog({ onClose, onDone }: Props) {
  const t = useT();
  const done = useDone();
  return (
    <OneFieldDialog
      title={t("account.factor.turn-off")}
      act={t("account.factor.turn-off")}
      rule={rules.required("login.password.missing")}
      onClose={onClose}
      onSave={async (password) => {
        await endFactor(password);
        await onDone();
        done({ text: t("account.factor.ended") });
        onClose();
      }}
    >
      <PasswordField name="value" label={t("account.password.now")} autoFocus />
    </OneFieldDialog>
  );
}
