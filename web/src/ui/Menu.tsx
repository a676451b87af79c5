import { Menu as Base } from "@mantine/core";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Icon } from "./Button";
import css from "./Menu.module.css";

export interface MenuItem {
  text: string;
  icon?: Icon;
  to?: string;
  onPress?: () => void;
  /** Which of several is the present one. */
  here?: boolean;
  /** At the right, quiet: a count. */
  note?: string;
  /** A line above it. */
  apart?: boolean;
}

/** A list of acts or places that opens at a button. */
export function Menu({ target, items, label }: { target: ReactElement; items: MenuItem[]; label: string }) {
  return (
    <Base position="bottom-end" offset={6} trapFocus withInitialFocusPlaceholder={false}>
      <Base.Target>{target}</Base.Target>
      <Base.Dropdown className={css.drop} aria-label={label}>
        {items.flatMap(({ text, icon: Icon, to, onPress, here, note, apart }) => [
          apart ? <Base.Divider key={`${text}-line`} className={css.line} /> : null,
          to !== undefined ? (
            <Base.Item
              key={text}
              component={Link}
              to={to}
              className={css.item}
              leftSection={Icon && <Icon size={16} stroke={1.7} aria-hidden />}
            >
              {text}
            </Base.Item>
          ) : (
            <Base.Item
              key={text}
              className={css.item}
              onClick={onPress}
              aria-current={here || undefined}
              leftSection={Icon && <Icon size={16} stroke={1.7} aria-hidden />}
              rightSection={note && <span className={`${css.note} numbers`}>{note}</span>}
            >
              {text}
            </Base.Item>
          ),
        ])}
      </Base.Dropdown>
    </Base>
  );
}
