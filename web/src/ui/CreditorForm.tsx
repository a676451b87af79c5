import type { CreditorWish } from "~/api/addCreditor";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import { Form, fieldRow, rules, TextField, useFields } from "./form";

const fields = rules.shape({
  org_number: rules.required("creditor.org.missing"),
  name: rules.required("creditor.name.missing"),
  account: rules.required("creditor.account.missing"),
  street: rules.text(),
  postal_code: rules.text(),
  place: rules.text(),
  email: rules.text(),
  phone: rules.text(),
});

const tidy = (digits: string) => digits.replace(/[\s.\u00a0]/g, "");

/** What is asked of a new creditor: who they are, and the account money comes to. */
export function CreditorForm({ onSave }: { onSave: (wish: CreditorWish) => Promise<unknown> }) {
  const t = useT();
  const form = useFields(fields, {
    org_number: "",
    name: "",
    account: "",
    street: "",
    postal_code: "",
    place: "",
    email: "",
    phone: "",
  });
  return (
    <Form
      form={form}
      marks
      fieldOf={(field) => field.replace(/^(creditor|address)\./, "") as never}
      onSave={({ org_number, name, account, street, postal_code, place, email, phone }) =>
        onSave({
          org_number: tidy(org_number),
          name,
          account: tidy(account),
          address: { street, postal_code, place, country: "NO" },
          email,
          phone,
        })
      }
      ends={
        <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
          {t("creditor.add")}
        </Button>
      }
    >
      <TextField name="org_number" label={t("creditor.org")} required kind="code" />
      <TextField name="name" label={t("creditor.name")} required />
      <TextField name="account" label={t("creditor.account")} help={t("creditor.account.help")} required kind="code" />
      <TextField name="street" label={t("address.street")} />
      <div className={fieldRow}>
        <TextField name="postal_code" label={t("address.postal-code")} kind="code" />
        <TextField name="place" label={t("address.place")} />
      </div>
      <div className={fieldRow}>
        <TextField name="email" label={t("person.email")} kind="email" />
        <TextField name="phone" label={t("person.phone")} kind="tel" />
      </div>
    </Form>
  );
}
