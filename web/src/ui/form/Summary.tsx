import type { Ref } from "react";
import { type FieldErrors, useFormContext, useFormState } from "react-hook-form";
import { useT } from "~/text/texts";
import css from "./Form.module.css";
import { useFault } from "./useFault";

interface Fault {
  name: string;
  message: string;
}

/** Every fault of a form with the name of its field; rows of a list are named list.0.field. */
export function faultsOf(errors: FieldErrors, before = ""): Fault[] {
  return Object.entries(errors).flatMap(([key, error]): Fault[] => {
    if (!error || typeof error !== "object") return [];
    const name = before + key;
    if (typeof error.message === "string") return [{ name, message: error.message }];
    return key === "ref" || key === "root" ? [] : faultsOf(error as FieldErrors, `${name}.`);
  });
}

/** The faults of a form, each a link to its field. Focus comes here on save. */
export function Summary({ ref }: { ref: Ref<HTMLDivElement> }) {
  const t = useT();
  const fault = useFault();
  const form = useFormContext();
  const faults = faultsOf(useFormState().errors);
  if (faults.length === 0) return null;
  return (
    <div className={css.summary} ref={ref} tabIndex={-1} role="alert">
      <b>{t("form.faults", { n: faults.length })}</b>
      <ul>
        {faults.map(({ name, message }) => (
          <li key={name}>
            <a
              className="in-text"
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault();
                form.setFocus(name);
              }}
            >
              {fault(message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
