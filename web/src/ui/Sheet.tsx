import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "~/text/texts";
import css from "./Sheet.module.css";
import { usePhone } from "./useMedia";

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** What lies beside the page for a while: from the right on a desk, from below on a phone. */
export function Sheet({ title, open, onClose, children }: Props) {
  const t = useT();
  const phone = usePhone();
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      title={title}
      position={phone ? "bottom" : "right"}
      size={phone ? "auto" : 440}
      closeButtonProps={{ "aria-label": t("common.close") }}
      classNames={{ content: css.content, header: css.header, title: css.title, body: css.body }}
    >
      {children}
    </Drawer>
  );
}
