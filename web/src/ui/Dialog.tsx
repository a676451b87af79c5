import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "~/text/texts";
import css from "./Dialog.module.css";

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A question or a small form over the page. It has a name, holds focus and gives it back. */
export function Dialog({ title, open, onClose, wide, children }: Props) {
  const t = useT();
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={wide ? 640 : 460}
      closeButtonProps={{ "aria-label": t("common.close") }}
      classNames={{ content: css.content, header: css.header, title: css.title, body: css.body }}
    >
      {children}
    </Modal>
  );
}

/** The buttons at the end of a dialog or a form: the act last, at the right. */
export function Ends({ children }: { children: ReactNode }) {
  return <div className={css.ends}>{children}</div>;
}
