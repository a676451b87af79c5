import { Checkbox, NativeSelect, Radio } from "@mantine/core";
import { useController } from "react-hook-form";
import css from "./Form.module.css";
import { useFieldId } from "./ids";
import { looks } from "./looks";
import { useFault } from "./useFault";
import { useLeave } from "./useLeave";

interface Option {
  value: string;
  label: string;
  help?: string;
}

interface Props {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
  options: Option[];
}

interface ChoiceProps extends Omit<Props, "options"> {
  /** Each by itself, or several under a head of their own. */
  options: (Option | { group: string; items: Option[] })[];
}

/** One of several, in a list that folds. */
export function Choice({ name, label, help, required, options }: ChoiceProps) {
  const fault = useFault();
  const id = useFieldId(name);
  const { field, fieldState } = useController({ name });
  const leave = useLeave(field, fieldState);
  return (
    <NativeSelect
      {...field}
      onBlur={leave}
      id={id}
      label={label}
      description={help}
      withAsterisk={required}
      data={options}
      error={fault(fieldState.error?.message)}
      classNames={looks}
    />
  );
}

/** One of a few, all in sight. */
export function Radios({ name, label, help, required, options }: Props) {
  const fault = useFault();
  const { field, fieldState } = useController({ name });
  const id = useFieldId(name);
  return (
    <Radio.Group
      {...field}
      label={label}
      description={help}
      withAsterisk={required}
      error={fault(fieldState.error?.message)}
      classNames={{ label: css.label, description: css.help, error: css.error, required: css.required }}
    >
      <div className={css.radios}>
        {options.map((option, n) => (
          <Radio
            key={option.value}
            id={n === 0 ? id : undefined}
            value={option.value}
            label={option.label}
            description={option.help}
            classNames={{ radio: css.radio, label: css.boxLabel, description: css.help }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** Yes or no. */
export function Check({ name, label, help }: { name: string; label: string; help?: string }) {
  const { field } = useController({ name });
  const { value, ...rest } = field;
  const id = useFieldId(name);
  return (
    <Checkbox
      {...rest}
      id={id}
      checked={value === true}
      label={label}
      description={help}
      classNames={{ input: css.radio, label: css.boxLabel, description: css.help }}
    />
  );
}
