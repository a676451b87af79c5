import { ActionIcon, Tooltip } from "@mantine/core";
import type { Ref } from "react";
import type { Icon } from "./Button";
import css from "./IconButton.module.css";

interface Props {
  icon: Icon;
  /** Its name, also shown when one points at it. */
  label: string;
  onPress?: () => void;
  plain?: boolean;
  pressed?: boolean;
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** An icon alone: with a name for the ear and a tooltip for the eye. What a menu gives its button goes on to it. */
export function IconButton({ icon: Icon, label, onPress, plain, pressed, keys, ref, ...rest }: Props) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        {...rest}
        {...(onPress && { onClick: onPress })}
        ref={ref}
        variant={plain ? "subtle" : "default"}
        className={plain ? `${css.root} ${css.plain}` : css.root}
        aria-label={label}
        aria-pressed={pressed}
      >
        <Icon size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
