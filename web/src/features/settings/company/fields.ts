import type { CreditorChange } from "~/api/creditor";
import type { Creditor } from "~/api/types";
import { rules } from "~/ui/form";

// What the form of the creditor holds: text as it was typed.

export const fields = rules.shape({
  name: rules.required("creditor.name.missing"),
  account: rules.required("creditor.account.missing"),
  street: rules.text(),
  postal_code: rules.text(),
  place: rules.text(),
  email: rules.text(),
  phone: rules.text(),
  language: rules.text(),
  course_person: rules.text(),
  course_business: rules.text(),
  banking_days_only: rules.truth(),
  vat_deductible: rules.truth(),
  daily_letter_limit: rules.whole("fault.whole"),
  max_ledger_age_hours: rules.whole("fault.whole"),
  max_bank_age_hours: rules.whole("fault.whole"),
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

const texts = ["name", "email", "phone", "language", "course_person", "course_business"] as const;
const truths = ["banking_days_only", "vat_deductible"] as const;
const wholes = ["daily_letter_limit", "max_ledger_age_hours", "max_bank_age_hours"] as const;

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
  return change;
}
