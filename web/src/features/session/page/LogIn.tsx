import { useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { PasswordField } from "~/ui/form/PasswordField";
import { Notice } from "~/ui/Notice";
import { logIn, useSetup } from "../api/requests";
import { DemoDoor } from "./DemoDoor";
import { Door } from "./Door";
import css from "./Door.module.css";
import { OtherWays } from "./OtherWays";
import { SecondFactor } from "./SecondFactor";
import { useInside } from "./useInside";

const fields = rules.shape({
  email: rules.required("login.email.missing"),
  password: rules.required("login.password.missing"),
});

/** E-mail and password; then the code, when the person has a second factor. */
export function LogIn() {
  const t = useT();
  const inside = useInside();
  const setup = useSetup().data;
  const [ticket, setTicket] = useState(() => /^#second-factor=(.+)$/.exec(location.hash)?.[1]);
  const [trouble] = useState(() => location.hash.startsWith("#login-trouble="));
  const form = useFields(fields, { email: "", password: "" });
  if (ticket) return <SecondFactor ticket={ticket} onBack={() => setTicket(undefined)} />;
  return (
    <Door title={t("login.title")}>
      {trouble && (
        <div className={css.lead}>
          <Notice tone="bad">{t("login.trouble")}</Notice>
        </div>
      )}
      {setup?.wanted === "owner" && (
        <div className={css.lead}>
          <Notice tone="wait">{t("login.no-owner")}</Notice>
        </div>
      )}
      <Form
        form={form}
        onSave={async (values) => {
          const got = await logIn(values);
          if ("ticket" in got) setTicket(got.ticket);
          else inside(got.me);
        }}
        ends={
          <Button kind="primary" type="submit" wide busy={form.formState.isSubmitting}>
            {t("login.act")}
          </Button>
        }
      >
        <TextField name="email" label={t("person.email")} kind="email" autoComplete="username" />
        <PasswordField name="password" label={t("person.password")} />
      </Form>
      <OtherWays />
      {setup?.demo && <DemoDoor />}
    </Door>
  );
}
