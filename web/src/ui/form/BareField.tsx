import { TextInput } from "@mantine/core";
import { looks } from "./looks";

interface Props {
  id: string;
  label: string;
  value: string;
  onType: (value: string) => void;
  help?: string;
  fault?: string | undefined;
}

/** A field outside a form: the value of a filter, the name of a view. */
export function BareField({ id, label, value, onType, help, fault }: Props) {
  return (
    <TextInput
      id={id}
      label={label}
      description={help}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      error={fault}
      classNames={looks}
      autoComplete="off"
      data-autofocus
    />
  );
}
