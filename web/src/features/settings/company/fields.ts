import type { CreditorChange } from "~/api/creditor";
import type { Creditor } from "~/api/types";
import { rules } from "~/ui/form";

// What the form of the creditor holds: text as it was typed.

const shape = rules.shape({
  name: rules.required("creditor.name.missing"),
  account: rules.required("creditor.account.missing"),
  street: rules.text(),
  postal_code: rules.text(),
  place: rules.text(),
  email: rules.optionalEmail(),
  phone: rules.text(),
  mode: rules.text(),
  agency_name: rules.text(),
  agency_org_number: rules.text(),
  agency_street: rules.text(),
  agency_postal_code: rules.text(),
  agency_place: rules.text(),
  agency_email: rules.optionalEmail(),
  agency_phone: rules.text(),
  agency_account: rules.text(),
  agency_vat_registered: rules.truth(),
  kid_length: rules.whole("fault.whole"),
  language: rules.text(),
  course_person: rules.text(),
  course_business: rules.text(),
  banking_days_only: rules.truth(),
  vat_deductible: rules.truth(),
  daily_letter_limit: rules.whole("fault.whole"),
  max_ledger_age_hours: rules.whole("fault.whole"),
  max_bank_age_hours: rules.whole("fault.whole"),
});

const lengths = { least: 7, most: 25 };
const isLength = (typed: string) => {
  const n = Number(typed.trim());
  return n === 0 || (n >= lengths.least && n <= lengths.most);
};

/** An agency that collects is named, and has a number and an address: it signs the letters. */
export const fields = rules.also<Parameters<typeof shape>[0]>(shape, (typed) => {
  const agency = typed.mode === "agency";
  return {
    agency_name: agency && !typed.agency_name.trim() && "company.agency.name.missing",
    agency_org_number: agency && !typed.agency_org_number.trim() && "creditor.org.missing",
    agency_postal_code: agency && !typed.agency_postal_code.trim() && "address.postal-code.missing",
    agency_place: agency && !typed.agency_place.trim() && "address.place.missing",
    kid_length: !isLength(typed.kid_length) && "company.kid-length.fault",
  };
});

export type Typed = ReturnType<typeof typedOf>;

/** The creditor as the form shows it. */
export function typedOf(one: Creditor) {
  return {
    name: one.name,
    account: one.account,
    street: one.address.street ?? "",
    postal_code: one.address.postal_code ?? "",
    place: one.address.place ?? "",
    email: one.email,
    phone: one.phone,
    mode: one.mode as string,
    agency_name: one.agency.name ?? "",
    agency_org_number: one.agency.org_number ?? "",
    agency_street: one.agency.address?.street ?? "",
    agency_postal_code: one.agency.address?.postal_code ?? "",
    agency_place: one.agency.address?.place ?? "",
    agency_email: one.agency.email ?? "",
    agency_phone: one.agency.phone ?? "",
    agency_account: one.agency.account ?? "",
    agency_vat_registered: one.agency.vat_registered ?? false,
    kid_length: String(one.kid_length),
    language: one.language,
    course_person: one.course_person,
    course_business: one.course_business,
    banking_days_only: one.banking_days_only,
    vat_deductible: one.vat_deductible,
    daily_letter_limit: String(one.daily_letter_limit),
    max_ledger_age_hours: String(one.max_ledger_age_hours),
    max_bank_age_hours: String(one.max_bank_age_hours),
  };
}

const texts = ["name", "email", "phone", "mode", "language", "course_person", "course_business"] as const;
const agencyTexts = ["name", "org_number", "email", "phone", "account"] as const;
const tidied = ["org_number", "account"];
const truths = ["banking_days_only", "vat_deductible"] as const;
const wholes = ["kid_length", "daily_letter_limit", "max_ledger_age_hours", "max_bank_age_hours"] as const;

/** Only what was changed. */
export function changeOf(one: Creditor, typed: Typed): CreditorChange {
  const before = typedOf(one);
  const change: CreditorChange = {};
  for (const name of texts) if (typed[name] !== before[name]) change[name] = typed[name] as never;
  for (const name of truths) if (typed[name] !== before[name]) change[name] = typed[name];
  for (const name of wholes) if (typed[name] !== before[name]) change[name] = Number(typed[name]);
  const account = typed.account.replace(/[\s.\u00a0]/g, "");
  if (account !== before.account) change.account = account;
  const { street, postal_code, place } = typed;
  if (street !== before.street || postal_code !== before.postal_code || place !== before.place)
    change.address = { ...one.address, street, postal_code, place };
  const agency = agencyOf(one, typed);
  if (agency) change.agency = agency;
  return change;
}

/** What was changed of the agency; what is not shown is left as it is. */
function agencyOf(one: Creditor, typed: Typed): CreditorChange["agency"] | undefined {
  if (typed.mode !== "agency") return undefined;
  const before = typedOf(one);
  const change: NonNullable<CreditorChange["agency"]> = {};
  for (const name of agencyTexts) {
    const value = typed[`agency_${name}`];
    if (value !== before[`agency_${name}`])
      change[name] = tidied.includes(name) ? value.replace(/[\s.\u00a0]/g, "") : value;
  }
  if (typed.agency_vat_registered !== before.agency_vat_registered) change.vat_registered = typed.agency_vat_registered;
  const { agency_street: street, agency_postal_code: postal_code, agency_place: place } = typed;
  if (street !== before.agency_street || postal_code !== before.agency_postal_code || place !== before.agency_place)
    change.address = { ...one.agency.address, street, postal_code, place };
  return Object.keys(change).length > 0 ? change : undefined;
}
