import { PasswordInput } from "@mantine/core";
import { useController } from "react-hook-form";
import { useT } from "~/text/texts";
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
  /** One that is chosen now, so that a keeper of passwords may offer one. */
  fresh?: boolean;
  autoFocus?: boolean;
}

/** A password, which may be looked at while one types. */
export function PasswordField({ name, label, help, required, fresh, autoFocus }: Props) {
  const t = useT();
  const fault = useFault();
  const id = useFieldId(name);
  useFirst(id, autoFocus);
  const { field, fieldState } = useController({ name, defaultValue: "" });
  const leave = useLeave(field, fieldState);
  return (
    <PasswordInput
      {...field}
      onBlur={leave}
      id={id}
      label={label}
      description={help}
      withAsterisk={required}
      aria-required={required}
      error={fault(fieldState.error?.message)}
      autoComplete={fresh ? "new-password" : "current-password"}
      data-autofocus={autoFocus || undefined}
      classNames={{ ...looks, innerInput: css.inner }}
      visibilityToggleButtonProps={{ "aria-label": t("form.show-password") }}
    />
  );
}
