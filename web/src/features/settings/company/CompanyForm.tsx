import { useQueryClient } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { changeCreditor, creditorKey } from "~/api/creditor";
import { meQuery } from "~/api/me";
import type { Creditor } from "~/api/types";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "~/ui/Button";
import { Check, Choice, Form, fieldGroup, fieldRow, Radios, TextField, useFields } from "~/ui/form";
import { useDone } from "~/ui/Toasts";
import css from "../page/Settings.module.css";
import { Agency } from "./Agency";
import { changeOf, fields, type Typed, typedOf } from "./fields";

/** The field of the form that the server means: agency.address.place is agency_place. */
const fieldOf = (field: string) =>
  field.startsWith("agency.")
    ? (`agency_${field.split(".").at(-1)}` as keyof Typed)
    : (field.replace(/^(creditor|address)\./, "") as keyof Typed);

interface Props {
  one: Creditor;
  etag: string | undefined;
  may: boolean;
}

/** Changes the creditor. New letters carry it; those that have left keep what they had. */
export function CompanyForm({ one, etag, may }: Props) {
  const t = useT();
  const name = useCourse();
  const done = useDone();
  const queries = useQueryClient();
  const form = useFields<Typed>(fields, typedOf(one));
  const mode = useWatch({ control: form.control, name: "mode" });
  const save = async (typed: Typed) => {
    const change = changeOf(one, typed);
    if (Object.keys(change).length > 0) {
      await changeCreditor(one.org_number, change, etag);
      await queries.invalidateQueries({ queryKey: creditorKey(one.org_number) });
      if (change.name) await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    }
    done({ text: t("common.saved") });
  };
  const courses = [...new Set([...one.courses, one.course_person, one.course_business])].filter(Boolean);
  const options = courses.map((course) => ({ value: course, label: name(course) }));
  return (
    <Form
      form={form}
      onSave={save}
      fieldOf={fieldOf}
      ends={
        may && (
          <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
            {t("common.save")}
          </Button>
        )
      }
    >
      <fieldset className={fieldGroup}>
        <legend>{t("company.sender")}</legend>
        <p className={css.lead}>{t("company.sender.text", { org: one.org_number })}</p>
        <TextField name="name" label={t("creditor.name")} required />
        <TextField
          name="account"
          label={t("creditor.account")}
          help={t("creditor.account.help")}
          kind="code"
          required
        />
        <TextField name="street" label={t("address.street")} />
        <div className={fieldRow}>
          <TextField name="postal_code" label={t("address.postal-code")} kind="code" />
          <TextField name="place" label={t("address.place")} />
        </div>
        <div className={fieldRow}>
          <TextField name="email" label={t("person.email")} kind="email" />
          <TextField name="phone" label={t("person.phone")} kind="tel" />
        </div>
        <TextField name="kid_length" label={t("company.kid-length")} help={t("company.kid-length.help")} kind="code" />
        <Choice
          name="language"
          label={t("company.language")}
          options={(["nb", "nn", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <Check name="vat_deductible" label={t("company.vat")} />
      </fieldset>
      <fieldset className={fieldGroup}>
        <legend>{t("company.mode")}</legend>
        <p className={css.lead}>{t("company.mode.text")}</p>
        <Radios
          name="mode"
          label={t("company.mode.who")}
          options={(["self", "agency"] as const).map((value) => ({
            value,
            label: t(`mode.${value}`),
            help: t(`company.mode.${value}`),
          }))}
        />
        {mode === "agency" && <Agency />}
      </fieldset>
      <fieldset className={fieldGroup}>
        <legend>{t("company.courses")}</legend>
        <div className={fieldRow}>
          <Choice name="course_person" label={t("company.course.person")} options={options} />
          <Choice name="course_business" label={t("company.course.business")} options={options} />
        </div>
      </fieldset>
      <fieldset className={fieldGroup}>
        <legend>{t("company.limits")}</legend>
        <Check name="banking_days_only" label={t("company.banking-days")} />
        <TextField name="daily_letter_limit" label={t("company.daily")} help={t("company.zero")} kind="code" />
      </fieldset>
      <fieldset className={fieldGroup}>
        <legend>{t("auto.fresh")}</legend>
        <p className={css.lead}>{t("auto.fresh.text")}</p>
        <div className={fieldRow}>
          <TextField name="max_ledger_age_hours" label={t("company.ledger-age")} help={t("company.zero")} kind="code" />
          <TextField name="max_bank_age_hours" label={t("company.bank-age")} help={t("company.zero")} kind="code" />
        </div>
      </fieldset>
    </Form>
  );
}
