import { Autocomplete } from "@mantine/core";
import type { Ref } from "react";
import css from "./Form.module.css";
import { looks } from "./looks";

interface Props {
  id: string;
  label: string;
  help?: string;
  value: string;
  /** What is offered; another word may be written as well. */
  options: string[];
  onType: (value: string) => void;
  onLeave?: () => void;
  /** Enter, where it does not choose what is offered; without it the form is sent. */
  onEnter?: () => void;
  fault?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

/** A word of one's own, with those that are in use offered while one types. */
export function Suggest({ id, label, help, value, options, onType, onLeave, onEnter, fault, ref }: Props) {
  return (
    <Autocomplete
      ref={ref}
      id={id}
      label={label}
      description={help}
      value={value}
      onChange={onType}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (!onEnter || event.key !== "Enter" || event.currentTarget.hasAttribute("aria-activedescendant")) return;
        event.preventDefault();
        onEnter();
      }}
      error={fault}
      data={options}
      filter={({ options: all }) => all}
      autoComplete="off"
      spellCheck={false}
      classNames={{ ...looks, dropdown: css.drop, option: css.option }}
      comboboxProps={{ shadow: "none", withinPortal: false }}
    />
  );
}
