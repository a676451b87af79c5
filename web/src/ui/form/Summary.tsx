import type { Ref } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { useT } from "~/text/texts";
import css from "./Form.module.css";
import { useFault } from "./useFault";

/** The faults of a form, each a link to its field. Focus comes here on save. */
export function Summary({ ref }: { ref: Ref<HTMLDivElement> }) {
  const t = useT();
  const fault = useFault();
  const form = useFormContext();
  const { errors } = useFormState();
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  return (
    <div className={css.summary} ref={ref} tabIndex={-1} role="alert">
      <b>{t("form.faults", { n: names.length })}</b>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a
              className="in-text"
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault();
                form.setFocus(name);
              }}
            >
              {fault(errors[name]?.message as string)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
