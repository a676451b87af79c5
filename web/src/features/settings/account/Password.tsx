import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Form, rules, useFields } from "~/ui/form";
import { PasswordField } from "~/ui/form/PasswordField";
import { useDone } from "~/ui/Toasts";
import { changePassword } from "../api/account";
import css from "../page/Settings.module.css";

const fields = rules.shape({
  password: rules.required("login.password.missing"),
  new_password: rules.atLeast(12, "person.password.short"),
});

/** A new password; all other sessions end. */
export function Password() {
  const t = useT();
  const done = useDone();
  const form = useFields(fields, { password: "", new_password: "" });
  return (
    <section className={css.section}>
      <h2>{t("person.password")}</h2>
      <Form
        form={form}
        onSave={async (typed) => {
          await changePassword(typed);
          form.reset();
          done({ text: t("account.password.done") });
        }}
        ends={
          <Button type="submit" busy={form.formState.isSubmitting}>
            {t("account.password.act")}
          </Button>
        }
      >
        <PasswordField name="password" label={t("account.password.now")} />
        <PasswordField name="new_password" label={t("password.new")} help={t("person.password.help")} fresh />
      </Form>
    </section>
  );
}
