import { Checkbox } from "@mantine/core";
import css from "./Checks.module.css";

interface Props<V extends string> {
  label: string;
  options: { value: V; label: string }[];
  picked: readonly V[];
  onPick: (picked: V[]) => void;
}

/** Some of several, all in sight; each press counts at once. */
export function Checks<V extends string>({ label, options, picked, onPick }: Props<V>) {
  return (
    <fieldset className={css.set}>
      <legend className="ear-only">{label}</legend>
      {options.map(({ value, label: word }) => (
        <Checkbox
          key={value}
          label={word}
          checked={picked.includes(value)}
          onChange={(event) =>
            onPick(event.currentTarget.checked ? [...picked, value] : picked.filter((one) => one !== value))
          }
          classNames={{ input: css.box, label: css.label }}
        />
      ))}
    </fieldset>
  );
}

interface BoxProps {
  label: string;
  checked: boolean;
  some?: boolean;
  onPick: (event: { shiftKey: boolean }) => void;
}

/** The box of a row, or of the head. */
export function PickBox({ label, checked, some, onPick }: BoxProps) {
  return (
    <Checkbox
      aria-label={label}
      checked={checked}
      indeterminate={some}
      size="xs"
      onChange={(event) => onPick({ shiftKey: (event.nativeEvent as MouseEvent).shiftKey === true })}
      classNames={{ input: css.box, body: css.body, inner: css.inner }}
    />
  );
}
