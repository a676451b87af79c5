import css from "./Form.module.css";

export { AmountField } from "./AmountField";
export { Check, Choice, Radios } from "./Choice";
export { DayField } from "./DayField";
export { Form } from "./Form";
export { TextField } from "./TextField";
/** Fields beside each other, and fields that belong together. */
export const fieldRow = css.row;
export const fieldGroup = css.group;
export * as rules from "./rules";
export { useFields } from "./rules";
