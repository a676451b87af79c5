import css from "./Form.module.css";

/** How every field looks; handed to the design system's inputs. */
export const looks = {
  label: css.label,
  description: css.help,
  error: css.error,
  required: css.required,
  input: css.input,
};
