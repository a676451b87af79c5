import { Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "~/text/texts";
import { IconPlus, IconX } from "./icons";
import css from "./Pill.module.css";

interface Props {
  name: string;
  /** What it filters on in words; nothing while it is not at work. */
  value?: string | undefined;
  /** Left out: something is always chosen, and there is nothing to clear. */
  onClear?: () => void;
  children: (close: () => void) => ReactNode;
}

/** A filter: dashed with a plus while empty, solid with its value when at work, one cross to clear. */
export function Pill({ name, value, onClear, children }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-start" offset={6}>
      <span className={value ? css.on : css.off} data-kept={onClear ? undefined : true}>
        <Popover.Target>
          <button
            type="button"
            className={css.face}
            onClick={() => setOpen(!open)}
            aria-label={value ? t("filter.by.value", { name, value }) : t("filter.by", { name })}
          >
            {!value && <IconPlus size={14} stroke={1.8} aria-hidden />}
            <span>{name}</span> {value && <b>{value}</b>}
          </button>
        </Popover.Target>
        {value && onClear && (
          <button type="button" className={css.clear} onClick={onClear} aria-label={t("filter.clear", { name })}>
            <IconX size={14} stroke={1.8} aria-hidden />
          </button>
        )}
      </span>
      <Popover.Dropdown className={css.drop} aria-label={t("filter.by", { name })}>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
