import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { secondFactor } from "../api/requests";
import { Door } from "./Door";
import css from "./Door.module.css";
import { OtherWays } from "./OtherWays";
import { useInside } from "./useInside";

const fields = rules.shape({ code: rules.required("login.code.missing") });

/** The code of the authenticator, or one of the recovery codes; the same field takes both. */
export function SecondFactor({ ticket, onBack }: { ticket: string; onBack: () => void }) {
  const t = useT();
  const inside = useInside();
  const form = useFields(fields, { code: "" });
  return (
    <Door title={t("login.second")}>
      <p className={css.lead}>{t("login.second.text")}</p>
      <Form
        form={form}
        onSave={async ({ code }) => inside(await secondFactor({ ticket, code: code.replaceAll(" ", "") }))}
        ends={
          <>
            <Button onPress={onBack}>{t("common.cancel")}</Button>
            <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
              {t("login.act")}
            </Button>
          </>
        }
      >
        <TextField name="code" label={t("login.code")} help={t("login.code.help")} autoComplete="one-time-code" />
      </Form>
      <OtherWays ticket={ticket} />
    </Door>
  );
}
