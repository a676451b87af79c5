import type { ReactNode } from "react";
import { FormDialog } from "./FormDialog";
import { type Rule, shape, text, useFields } from "./rules";

interface Props {
  title: string;
  /** One or two sentences before the field. */
  lead?: ReactNode;
  act: string;
  /** What is asked of the field. */
  rule?: Rule<string>;
  first?: string;
  /** The field; its name is “value”. */
  children: ReactNode;
  onSave: (value: string) => Promise<unknown>;
  onClose: () => void;
  /** What stands instead of the field once it is done. */
  instead?: ReactNode;
}

/** A dialog that asks for one thing: a day, a name, a case. */
export function OneFieldDialog({ lead, rule = text(), first = "", children, onSave, ...rest }: Props) {
  const form = useFields(shape({ value: rule }), { value: first });
  return (
    <FormDialog {...rest} form={form} fieldOf={() => "value"} onSave={({ value }) => onSave(value)}>
      {typeof lead === "string" ? <p>{lead}</p> : lead}
      {children}
    </FormDialog>
  );
}
