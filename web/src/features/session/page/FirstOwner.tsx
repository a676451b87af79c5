import { useLanguage, useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { becomeOwner } from "../api/requests";
import { Door } from "./Door";
import css from "./Door.module.css";
import { useInside, useToken } from "./useInside";

const fields = rules.shape({
  name: rules.required("person.name.missing"),
  email: rules.required("person.email.missing"),
  password: rules.atLeast(12, "person.password.short"),
});

/** The first person makes the installation his own, with the link that the server wrote when it first started. */
export function FirstOwner() {
  const t = useT();
  const token = useToken();
  const inside = useInside();
  const { language } = useLanguage();
  const form = useFields(fields, { name: "", email: "", password: "" });
  return (
    <Door title={t("first.title")}>
      <p className={css.lead}>{t("first.text")}</p>
      <Form
        form={form}
        onSave={async (values) => inside(await becomeOwner({ token, language, ...values }))}
        ends={
          <Button kind="primary" type="submit" wide busy={form.formState.isSubmitting}>
            {t("first.act")}
          </Button>
        }
      >
        <TextField name="name" label={t("person.name")} autoComplete="name" required />
        <TextField name="email" label={t("person.email")} kind="email" autoComplete="username" required />
        <TextField
          name="password"
          label={t("person.password")}
          help={t("person.password.help")}
          kind="new-password"
          required
        />
      </Form>
    </Door>
  );
}
