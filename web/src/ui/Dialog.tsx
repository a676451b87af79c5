import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "~/text/texts";
import css from "./Dialog.module.css";
import { useHelp } from "./help/help";
import { useFocusBack } from "./useFocusBack";

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
  const { shown } = useHelp();
  useFocusBack(open);
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={wide ? 640 : 460}
      centered
      lockScroll={false}
      closeOnEscape={shown === undefined}
      classNames={{ content: css.content }}
    >
      <Modal.Overlay className={css.overlay} />
      <Modal.Content>
        <div className={css.header}>
          <Modal.Title className={css.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t("common.close")} />
        </div>
        <Modal.Body className={css.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
