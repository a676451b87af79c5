import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "~/text/texts";
import { useHelp } from "./help/help";
import css from "./Sheet.module.css";
import { useFocusBack } from "./useFocusBack";
import { usePhone } from "./useMedia";

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  /** It is help itself, which lies over everything. */
  help?: boolean;
  children: ReactNode;
}

/** What lies beside the page for a while: from the right on a desk, from below on a phone. */
export function Sheet({ title, open, onClose, help, children }: Props) {
  const t = useT();
  const phone = usePhone();
  const { shown } = useHelp();
  useFocusBack(open);
  return (
    <Drawer.Root
      opened={open}
      onClose={onClose}
      position={phone ? "bottom" : "right"}
      size={phone ? "auto" : 440}
      lockScroll={false}
      closeOnEscape={help || shown === undefined}
      classNames={{ content: css.content }}
    >
      <Drawer.Overlay className={css.overlay} />
      <Drawer.Content>
        <div className={css.header}>
          <Drawer.Title className={css.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("common.close")} />
        </div>
        <Drawer.Body className={css.body}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
