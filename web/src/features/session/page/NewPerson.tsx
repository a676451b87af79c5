import { useLanguage, useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { PasswordField } from "~/ui/form/PasswordField";
import { acceptInvite, becomeOwner } from "../api/requests";
import { Door } from "./Door";
import css from "./Door.module.css";
import { useInside } from "./useInside";

interface Props {
  token: string;
  /** The first owner gives an address too; an invited person has one. */
  first: boolean;
  email?: string | undefined;
}

const fields = (first: boolean) =>
  rules.shape({
    name: rules.required("person.name.missing"),
    email: first ? rules.required("person.email.missing") : rules.text(),
    password: rules.atLeast(12, "person.password.short"),
  });

/** The first owner, or an invited person, chooses a name and a password of their own. */
export function NewPerson({ token, first, email }: Props) {
  const t = useT();
  const inside = useInside();
  const { language } = useLanguage();
  const form = useFields(fields(first), { name: "", email: email ?? "", password: "" });
  return (
    <Door title={t(first ? "first.title" : "invited.title")}>
      <p className={css.lead}>{t(first ? "first.text" : "invited.text")}</p>
      <Form
        form={form}
        onSave={async ({ name, email: address, password }) =>
          inside(
            first
              ? await becomeOwner({ token, language, name, email: address, password })
              : await acceptInvite({ token, language, name, password }),
          )
        }
        ends={
          <Button kind="primary" type="submit" wide busy={form.formState.isSubmitting}>
            {t(first ? "first.act" : "invited.act")}
          </Button>
        }
      >
        <TextField name="name" label={t("person.name")} autoComplete="name" required />
        {first ? (
          <TextField name="email" label={t("person.email")} kind="email" autoComplete="username" required />
        ) : (
          email && <p className={css.lead}>{email}</p>
        )}
        <PasswordField name="password" label={t("person.password")} help={t("person.password.help")} fresh required />
      </Form>
    </Door>
  );
}
