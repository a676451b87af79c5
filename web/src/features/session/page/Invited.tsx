import { useLanguage, useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { acceptInvite } from "../api/requests";
import { Door } from "./Door";
import css from "./Door.module.css";
import { useInside, useToken } from "./useInside";

const fields = rules.shape({
  name: rules.required("person.name.missing"),
  password: rules.atLeast(12, "person.password.short"),
});

/** An invited person chooses a name and a password of their own. */
export function Invited() {
  const t = useT();
  const token = useToken();
  const inside = useInside();
  const { language } = useLanguage();
  const form = useFields(fields, { name: "", password: "" });
  return (
    <Door title={t("invited.title")}>
      <p className={css.lead}>{t("invited.text")}</p>
      <Form
        form={form}
        onSave={async (values) => inside(await acceptInvite({ token, language, ...values }))}
        ends={
          <Button kind="primary" type="submit" wide busy={form.formState.isSubmitting}>
            {t("invited.act")}
          </Button>
        }
      >
        <TextField name="name" label={t("person.name")} autoComplete="name" required />
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
