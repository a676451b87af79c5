import { useQueryClient } from "@tanstack/react-query";
import type { Me } from "~/api/types";
import { languages, useLanguage, useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Choice, Form, rules, TextField, useFields } from "~/ui/form";
import { useDone } from "~/ui/Toasts";
import { changeMe } from "../api/account";
import css from "../page/Settings.module.css";

const fields = rules.shape({ name: rules.required("person.name.missing"), language: rules.text() });

/** Name and language. */
export function Profile({ me }: { me: Me }) {
  const t = useT();
  const done = useDone();
  const { choose } = useLanguage();
  const queries = useQueryClient();
  const form = useFields(fields, { name: me.name, language: me.language });
  const save = async ({ name, language }: { name: string; language: string }) => {
    const now = await changeMe({ name, language: language as Me["language"] });
    queries.setQueryData(["me"], now);
    choose(now.language);
    done({ text: t("common.saved") });
  };
  return (
    <section className={css.section}>
      <h2>{t("account.profile")}</h2>
      <p className={css.lead}>
        {me.email}, {t(`role.${me.role}`).toLowerCase()}
      </p>
      <Form
        form={form}
        onSave={save}
        ends={
          <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
            {t("common.save")}
          </Button>
        }
      >
        <TextField name="name" label={t("person.name")} autoComplete="name" />
        <Choice
          name="language"
          label={t("account.language")}
          options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </Form>
    </section>
  );
}
