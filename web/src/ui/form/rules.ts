import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import { readAmount, readDay, readPercent } from "~/format/read";
import type { TextId } from "~/text/texts";

// What a field asks for: presence and form, no more; the server validates. A rule answers the id of a text, or nothing.

/** Asks of one value; answers a fault, or the faults of the rows of a list. */
export type Rule<V> = (value: V) => TextId | FieldErrors | undefined;
/** Asks of all fields of a form. */
export type Shape<V> = (values: V) => FieldErrors;
type ValueOf<R> = R extends Rule<infer V> ? V : never;

const anyYear = "2026-01-01";
const blank = (typed: string) => typed.trim() === "";
const when = (wrong: (typed: string) => boolean, fault: TextId) => {
  return (typed: string): TextId | undefined => (wrong(typed) ? fault : undefined);
};

export const text = (): Rule<string> => () => undefined;
export const truth = (): Rule<boolean> => () => undefined;
export const required = (fault: TextId) => when(blank, fault);
export const atLeast = (length: number, fault: TextId) => when((typed) => typed.length < length, fault);
export const day = (fault: TextId) => when((typed) => readDay(typed, anyYear) === undefined, fault);
export const optionalDay = (fault: TextId) =>
  when((typed) => !blank(typed) && readDay(typed, anyYear) === undefined, fault);
export const amount = (fault: TextId) => when((typed) => readAmount(typed) === undefined, fault);
export const optionalAmount = (fault: TextId) =>
  when((typed) => !blank(typed) && readAmount(typed) === undefined, fault);
export const optionalPercent = (fault: TextId) =>
  when((typed) => !blank(typed) && readPercent(typed) === undefined, fault);
export const whole = (fault: TextId) => when((typed) => !/^\d{1,9}$/.test(typed.trim()), fault);
/** Something before and after @, and a dot in the domain. */
const isEmail = (typed: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed.trim());
/** Eight digits, or + and 6 to 15 of them; spaces between as one likes. */
const isPhone = (typed: string) => /^(\d{8}|\+\d{6,15})$/.test(typed.replace(/[\s\u00a0]/g, ""));
export const optionalEmail = () => when((typed) => !blank(typed) && !isEmail(typed), "fault.email");
export const optionalPhone = () => when((typed) => !blank(typed) && !isPhone(typed), "fault.phone");

/** The rules of a form, field by field. */
export function shape<R extends Record<string, Rule<never>>>(rules: R): Shape<{ [K in keyof R]: ValueOf<R[K]> }> {
  return (values) => {
    const errors: FieldErrors = {};
    for (const [name, rule] of Object.entries(rules)) {
      const fault = rule(values[name] as never);
      if (fault !== undefined) errors[name] = (typeof fault === "string" ? told(fault) : fault) as FieldErrors[string];
    }
    return errors;
  };
}

/** Rows of such fields. */
export function list<V>(row: Shape<V>): Rule<V[]> {
  return (rows) => {
    const faults = rows.map((one) => row(one));
    return faults.some((one) => Object.keys(one).length > 0) ? (faults as unknown as FieldErrors) : undefined;
  };
}

/** What several fields together ask for; a field that has a fault keeps its own. */
export function also<V>(
  first: Shape<V>,
  ask: (values: V) => Partial<Record<keyof V, TextId | false | undefined>>,
): Shape<V> {
  return (values) => {
    const errors = first(values);
    for (const [name, fault] of Object.entries(ask(values))) if (fault) errors[name] ??= told(fault as TextId);
    return errors;
  };
}

const told = (message: TextId) => ({ type: "form", message });

/** A form over such fields: asked when a field is left and on save, never while one types. */
export function useFields<V extends FieldValues>(fields: Shape<V>, defaults: DefaultValues<V>): UseFormReturn<V> {
  const resolver: Resolver<V> = (values) => {
    const errors = fields(values);
    return Object.keys(errors).length ? { values: {}, errors: errors as FieldErrors<V> } : { values, errors: {} };
  };
  return useForm<V>({
    resolver,
    defaultValues: defaults,
    mode: "onBlur",
    reValidateMode: "onBlur",
    shouldFocusError: false,
  });
}
