import { useState } from "react";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Ends } from "~/ui/Ends";
import { Form, rules, useFields } from "~/ui/form";
import { PasswordField } from "~/ui/form/PasswordField";
import { Notice } from "~/ui/Notice";
import { setPassword } from "../api/requests";
import { Door } from "./Door";

const fields = rules.shape({ password: rules.atLeast(12, "person.password.short") });

/** A new password for somebody who has lost the old one; every session of theirs ends. */
export function NewPassword({ token }: { token: string }) {
  const t = useT();
  const form = useFields(fields, { password: "" });
  const [done, setDone] = useState(false);
  if (done)
    return (
      <Door title={t("password.set")}>
        <Notice tone="good">{t("password.set.text")}</Notice>
        <Ends>
          <ButtonLink to="/logg-inn" kind="primary">
            {t("login.title")}
          </ButtonLink>
        </Ends>
      </Door>
    );
  return (
    <Door title={t("password.new")}>
      <Form
        form={form}
        onSave={async ({ password }) => {
          await setPassword({ token, password });
          setDone(true);
        }}
        ends={
          <Button kind="primary" type="submit" wide busy={form.formState.isSubmitting}>
            {t("password.act")}
          </Button>
        }
      >
        <PasswordField name="password" label={t("password.new")} help={t("person.password.help")} fresh required />
      </Form>
    </Door>
  );
}
