import { Button as Base } from "@mantine/core";
import type { ComponentType, ReactNode, Ref } from "react";
import { Link } from "react-router";
import css from "./Button.module.css";

export type Icon = ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;

interface Look {
  /** primary: the one thing this page is for. quiet: everything else. text: inside popovers and undo. */
  kind?: "primary" | "quiet" | "text";
  icon?: Icon;
  wide?: boolean;
  children: ReactNode;
}

interface Props extends Look {
  onPress?: () => void;
  type?: "button" | "submit";
  busy?: boolean;
  /** Of several, whether this is the chosen one. */
  pressed?: boolean;
  form?: string;
  label?: string;
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

const variantOf = { primary: "filled", quiet: "default", text: "subtle" } as const;

function looks({ kind = "quiet", icon: Icon, wide }: Look) {
  return {
    variant: variantOf[kind],
    classNames: { root: css.root, section: css.section, label: css.label },
    fullWidth: wide,
    leftSection: Icon ? <Icon size={15} stroke={1.8} aria-hidden /> : undefined,
  };
}

/**
 * A button with a verb on it. While it is busy it keeps its width and cannot be pressed again. What a menu gives its
 * button (its name, whether it is open) goes on to the element.
 */
export function Button({
  onPress,
  type = "button",
  busy,
  pressed,
  form,
  label,
  keys,
  ref,
  kind,
  icon,
  wide,
  ...rest
}: Props) {
  const press = onPress && { onClick: busy ? undefined : onPress };
  return (
    <Base
      {...rest}
      {...looks({ kind, icon, wide, children: rest.children })}
      {...press}
      ref={ref}
      type={type}
      form={form}
      aria-disabled={busy || undefined}
      aria-pressed={pressed}
      data-busy={busy || undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
    >
      {rest.children}
    </Base>
  );
}

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export function ButtonLink({ to, reload, label, ...look }: Look & { to: string; reload?: boolean; label?: string }) {
  if (reload)
    return (
      <Base {...looks(look)} component="a" href={to} target="_blank" rel="noreferrer">
        {look.children}
      </Base>
    );
  return (
    <Base {...looks(look)} component={Link} to={to} aria-label={label}>
      {look.children}
    </Base>
  );
}
