import { Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Icon } from "./Button";
import { IconButton } from "./IconButton";
import css from "./Pill.module.css";

/** A button with an icon that opens a small box of choices. */
export function PopButton({ icon, label, children }: { icon: Icon; label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-end" offset={6}>
      <Popover.Target>
        <IconButton icon={icon} label={label} onPress={() => setOpen(!open)} />
      </Popover.Target>
      <Popover.Dropdown className={css.drop} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
