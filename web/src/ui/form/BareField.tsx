import { TextInput } from "@mantine/core";
import css from "./Form.module.css";
import { looks } from "./looks";

interface Props {
  id: string;
  label: string;
  value: string;
  onType: (value: string) => void;
  /** When the field is left. */
  onLeave?: () => void;
  help?: string | undefined;
  fault?: string | undefined;
  kind?: "text" | "code" | "amount";
  suffix?: string;
  off?: boolean;
}

/** A field outside a form: the value of a filter, the name of a view, a number of a course. */
export function BareField({ id, label, value, onType, onLeave, help, fault, kind = "text", suffix, off }: Props) {
  return (
    <TextInput
      id={id}
      label={label}
      description={help}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={onLeave}
      error={fault}
      classNames={kind === "amount" ? { ...looks, input: `${css.input} ${css.amount}` } : looks}
      inputMode={kind === "code" ? "numeric" : kind === "amount" ? "decimal" : undefined}
      rightSection={suffix}
      rightSectionPointerEvents="none"
      readOnly={off ?? false}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
    />
  );
}
