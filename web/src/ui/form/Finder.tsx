import { Select } from "@mantine/core";
import { useEffect, useState } from "react";
import { useController } from "react-hook-form";
import css from "./Form.module.css";
import { useFieldId } from "./ids";
import { looks } from "./looks";
import { useFault } from "./useFault";
import { useLeave } from "./useLeave";

interface Props {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
  options: { value: string; label: string }[];
  /** Asks for what fits the typed words; the server finds. */
  onSearch: (text: string) => void;
  nothing: string;
}

/** One of many, found by typing. */
export function Finder({ name, label, help, required, options, onSearch, nothing }: Props) {
  const fault = useFault();
  const id = useFieldId(name);
  const { field, fieldState } = useController({ name });
  const leave = useLeave(field, fieldState);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed), 150);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <Select
      ref={field.ref}
      name={field.name}
      id={id}
      value={field.value || null}
      onChange={(value) => field.onChange(value ?? "")}
      onBlur={leave}
      label={label}
      description={help}
      withAsterisk={required}
      error={fault(fieldState.error?.message)}
      data={options}
      searchable
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={nothing}
      classNames={{ ...looks, dropdown: css.drop, option: css.option }}
      comboboxProps={{ shadow: "none" }}
    />
  );
}
