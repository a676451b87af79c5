import { Textarea } from "@mantine/core";
import { useId } from "react";
import { looks } from "./looks";

interface Props {
  label: string;
  value: string;
  onType: (value: string) => void;
  help?: string;
  most: number;
  fault?: string | undefined;
}

/** A field for several lines, outside a form. */
export function LongField({ label, value, onType, help, most, fault }: Props) {
  const id = useId();
  return (
    <Textarea
      id={id}
      label={label}
      description={help}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      rows={3}
      maxLength={most}
      error={fault}
      classNames={looks}
    />
  );
}
