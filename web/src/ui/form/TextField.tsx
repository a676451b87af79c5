import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import css from "./Form.module.css";
import { useFieldId } from "./ids";
import { looks } from "./looks";
import { useFault } from "./useFault";
import { useFirst } from "./useFirst";
import { useLeave } from "./useLeave";

interface Props {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
  kind?: "text" | "email" | "tel" | "amount" | "code";
  suffix?: ReactNode;
  autoComplete?: string;
  autoFocus?: boolean;
  onLeave?: (value: string) => string | undefined;
}

const modes = { text: undefined, email: "email", tel: "tel", amount: "decimal", code: "numeric" } as const;

/** A field for text: label above, help below the label, error below the field. */
export function TextField({
  name,
  label,
  help,
  required,
  kind = "text",
  suffix,
  autoComplete,
  autoFocus,
  onLeave,
}: Props) {
  const fault = useFault();
  const id = useFieldId(name);
  useFirst(id, autoFocus);
  const { field, fieldState } = useController({ name, defaultValue: "" });
  const leave = useLeave(field, fieldState);
  return (
    <TextInput
      {...field}
      id={id}
      label={label}
      description={help}
      withAsterisk={required}
      aria-required={required}
      error={fault(fieldState.error?.message)}
      autoComplete={autoComplete ?? "off"}
      data-autofocus={autoFocus || undefined}
      onBlur={() => {
        const better = onLeave?.(field.value);
        if (better !== undefined && better !== field.value) field.onChange(better);
        leave();
      }}
      classNames={kind === "amount" ? { ...looks, input: `${css.input} ${css.amount}` } : looks}
      type={kind === "email" ? "email" : kind === "tel" ? "tel" : "text"}
      inputMode={modes[kind]}
      rightSection={suffix}
      rightSectionPointerEvents="none"
      spellCheck={false}
    />
  );
}
