import { Checkbox, NativeSelect } from "@mantine/core";
import { useId } from "react";
import css from "./Form.module.css";
import { looks } from "./looks";

interface ChoiceProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
  help?: string;
  fault?: string | undefined;
  off?: boolean;
}

/** One of several outside a form; the choice counts at once. */
export function BareChoice({ label, value, options, onChoose, help, fault, off }: ChoiceProps) {
  const id = useId();
  return (
    <NativeSelect
      id={id}
      label={label}
      description={help}
      value={value}
      data={options}
      error={fault}
      disabled={off ?? false}
      onChange={(event) => onChoose(event.currentTarget.value)}
      classNames={looks}
    />
  );
}

interface CheckProps {
  label: string;
  on: boolean;
  /** Of several that it stands for, only some are on. */
  some?: boolean;
  onTurn: (on: boolean) => void;
  help?: string;
  fault?: string | undefined;
  off?: boolean;
}

/** Yes or no outside a form. */
export function BareCheck({ label, on, some = false, onTurn, help, fault, off }: CheckProps) {
  return (
    <Checkbox
      label={label}
      checked={on}
      indeterminate={some}
      description={help}
      error={fault}
      disabled={off ?? false}
      onChange={(event) => onTurn(event.currentTarget.checked)}
      classNames={{ input: css.radio, label: css.boxLabel, description: css.help, error: css.error }}
    />
  );
}
