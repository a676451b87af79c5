import { zodResolver } from "@hookform/resolvers/zod";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import * as z from "zod/mini";
import { readAmount, readDay } from "~/format/read";
import type { TextId } from "~/text/texts";

// What a field asks for: presence and form, no more; the server validates. Each fault is the id of a text.

// The page's policy forbids code made from text, so the checks are never compiled.
z.config({ jitless: true });

const anyYear = "2026-01-01";

export const text = () => z.string();
export const required = (fault: TextId) => z.string().check(z.trim(), z.minLength(1, fault));
export const atLeast = (length: number, fault: TextId) => z.string().check(z.minLength(length, fault));
export const day = (fault: TextId) =>
  z.string().check(z.refine((typed) => readDay(typed, anyYear) !== undefined, { error: fault }));
export const optionalDay = (fault: TextId) =>
  z.string().check(z.refine((typed) => typed.trim() === "" || readDay(typed, anyYear) !== undefined, { error: fault }));
export const amount = (fault: TextId) =>
  z.string().check(z.refine((typed) => readAmount(typed) !== undefined, { error: fault }));
export const optionalAmount = (fault: TextId) =>
  z.string().check(z.refine((typed) => typed.trim() === "" || readAmount(typed) !== undefined, { error: fault }));
export const whole = (fault: TextId) =>
  z.string().check(z.refine((typed) => /^\d{1,9}$/.test(typed.trim()), { error: fault }));
export const shape = z.object;
export const truth = z.boolean;
export const list = z.array;

/** A form over such fields: asked when a field is left and on save, never while one types. */
export function useFields<V extends FieldValues>(
  fields: z.ZodMiniType<V, V>,
  defaults: DefaultValues<V>,
): UseFormReturn<V> {
  return useForm<V>({
    resolver: zodResolver(fields) as never,
    defaultValues: defaults,
    mode: "onBlur",
    reValidateMode: "onBlur",
    shouldFocusError: false,
  });
}
