import type { DefaultValues } from "react-hook-form";
import type { Creditor } from "~/api/types";
import { readCriteria } from "~/format/criteria";
import { readAmount, readDay } from "~/format/read";
import { isEither } from "~/ui/debtor/relation";
import { rules } from "~/ui/form";
import type { NewCase } from "../api/newCase";

// What the form of a new case holds: text as it was typed.

const earlier = rules.shape({
  step: rules.text(),
  sent: rules.day("fault.day"),
  deadline: rules.optionalDay("fault.day"),
  fee: rules.optionalAmount("fault.amount"),
});

const shape = rules.shape({
  invoice: rules.required("new.invoice.missing"),
  due: rules.day("new.due.missing"),
  amount: rules.amount("new.amount.missing"),
  who: rules.text(),
  debtor: rules.text(),
  name: rules.text(),
  kind: rules.text(),
  relation: rules.text(),
  org_number: rules.text(),
  street: rules.text(),
  postal_code: rules.text(),
  place: rules.text(),
  email: rules.text(),
  phone: rules.text(),
  invoiced: rules.optionalDay("fault.day"),
  kid: rules.text(),
  what: rules.text(),
  department: rules.text(),
  project: rules.text(),
  course: rules.text(),
  rest: rules.text(),
  close: rules.optionalAmount("fault.amount"),
  earlier: rules.list(earlier),
});

export type Typed = Parameters<typeof shape>[0];

/** Whether the law of consumers holds. */
export const isConsumer = (kind: string, relation: string | undefined) => isEither(kind) && relation !== "business";

/** The courses that such a debtor may have: the twin for businesses is for these only, and the usual one of the others is left out. */
export function coursesFor(
  kind: string | undefined,
  relation: string | undefined,
  creditor: Creditor | undefined,
): string[] {
  const all = creditor?.courses ?? [];
  if (!creditor || !kind) return all;
  const { course_person: person, course_business: business } = creditor;
  const twin = (course: string) => all.includes(`${course}.business`);
  return all.filter((course) =>
    isConsumer(kind, relation)
      ? !course.endsWith(".business") && (course !== business || course === person)
      : !twin(course) && (course !== person || course === business),
  );
}

const isFresh = (typed: Typed) => typed.who === "new";
const isFirm = (typed: Typed) => isFresh(typed) && (typed.kind === "company" || typed.kind === "public");

export const fields = rules.also<Typed>(shape, (typed) => ({
  debtor: !isFresh(typed) && !typed.debtor && "new.debtor.missing",
  name: isFresh(typed) && !typed.name.trim() && "new.name.missing",
  email: isFresh(typed) && rules.optionalEmail()(typed.email),
  phone: isFresh(typed) && rules.optionalPhone()(typed.phone),
  postal_code: isFresh(typed) && !typed.postal_code.trim() && "address.postal-code.missing",
  place: isFresh(typed) && !typed.place.trim() && "address.place.missing",
  org_number: isFirm(typed) && !typed.org_number.trim() && "creditor.org.missing",
}));

export const empty: DefaultValues<Typed> = {
  invoice: "",
  due: "",
  amount: "",
  who: "known",
  debtor: "",
  name: "",
  kind: "company",
  relation: "consumer",
  org_number: "",
  street: "",
  postal_code: "",
  place: "",
  email: "",
  phone: "",
  invoiced: "",
  kid: "",
  what: "",
  department: "",
  project: "",
  course: "",
  rest: "",
  close: "",
  earlier: [],
};

const tidy = (digits: string) => digits.replace(/[\s.\u00a0]/g, "");

/** What was typed, as the server wants it; what was left empty is left out. */
export function wishOf(typed: Typed, today: string): NewCase {
  const day = (text: string) => readDay(text, today);
  const filled = <T extends Record<string, string>>(words: T) =>
    Object.fromEntries(Object.entries(words).filter(([, value]) => value.trim() !== "")) as Partial<T>;
  const address = filled({ street: typed.street, postal_code: tidy(typed.postal_code), place: typed.place });
  return {
    invoice: typed.invoice,
    due: day(typed.due) ?? "",
    amount: readAmount(typed.amount) ?? "",
    ...(day(typed.invoiced) ? { invoiced: day(typed.invoiced)! } : {}),
    ...filled({
      kid: tidy(typed.kid),
      what: typed.what,
      department: typed.department,
      project: typed.project,
      course: typed.course,
    }),
    ...readCriteria(typed.rest, typed.close),
    ...(typed.earlier.length
      ? {
          earlier: typed.earlier.map((letter) => ({
            step: letter.step as "reminder",
            sent: day(letter.sent) ?? "",
            ...(day(letter.deadline) ? { deadline: day(letter.deadline)! } : {}),
            ...(readAmount(letter.fee) ? { fee: readAmount(letter.fee)! } : {}),
          })),
        }
      : {}),
    debtor: isFresh(typed)
      ? {
          kind: typed.kind as "company",
          ...(isEither(typed.kind) && typed.relation === "business" ? { relation: "business" as const } : {}),
          ...filled({ name: typed.name, org_number: tidy(typed.org_number), email: typed.email, phone: typed.phone }),
          ...(Object.keys(address).length ? { address: { ...address, country: "NO" } } : {}),
        }
      : { debtor: Number(typed.debtor) },
  };
}
