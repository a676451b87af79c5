import { useT } from "~/text/texts";
import { Check, fieldRow, TextField } from "~/ui/form";

/** The agency that collects and signs the letters. */
export function Agency() {
  const t = useT();
  return (
    <>
      <TextField name="agency_name" label={t("company.agency.name")} required />
      <div className={fieldRow}>
        <TextField name="agency_org_number" label={t("company.agency.org")} kind="code" required />
        <TextField
          name="agency_account"
          label={t("company.agency.account")}
          help={t("company.agency.account.help")}
          kind="code"
        />
      </div>
      <TextField name="agency_street" label={t("company.agency.street")} />
      <div className={fieldRow}>
        <TextField name="agency_postal_code" label={t("company.agency.postal-code")} kind="code" required />
        <TextField name="agency_place" label={t("company.agency.place")} required />
      </div>
      <div className={fieldRow}>
        <TextField name="agency_email" label={t("company.agency.email")} kind="email" />
        <TextField name="agency_phone" label={t("company.agency.phone")} kind="tel" />
      </div>
      <Check name="agency_vat_registered" label={t("company.agency.vat")} />
    </>
  );
}
