import { Radio } from "@mantine/core";
import css from "./form/Form.module.css";

interface Props<V extends string> {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChoose: (value: V) => void;
}

/** One of a few outside a form; the choice counts at once. */
export function Options<V extends string>({ label, value, options, onChoose }: Props<V>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => onChoose(chosen as V)}
      classNames={{ label: css.label }}
    >
      <div className={css.radios}>
        {options.map((one) => (
          <Radio
            key={one.value}
            value={one.value}
            label={one.label}
            classNames={{ radio: css.radio, label: css.boxLabel }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
