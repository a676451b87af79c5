import { Popover } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { usePhone } from "./useMedia";
import css from "./Why.module.css";

const Sheet = lazy(async () => ({ default: (await import("./Sheet")).Sheet }));

interface Props {
  /** The amount, which is then the button; without one the button reads “Hvorfor?”. */
  of?: string;
  /** What stands on the button instead of the amount. */
  shown?: ReactNode;
  /** The name of the button for the ear, when `of` does not make it. */
  name?: string;
  /** The question that the explanation answers. */
  title: string;
  children: ReactNode;
}

/** A number or a day that can account for itself: a popover on a desk, a sheet on a phone; focus goes in and comes back. */
export function Why({ of, shown, name, title, children }: Props) {
  const t = useT();
  const f = useF();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const heading = useId();
  const label = of !== undefined ? t("why.name", { amount: f.money(of) }) : (name ?? title);
  const face = (
    <button
      ref={button}
      type="button"
      className={of !== undefined || shown !== undefined ? `${css.amount} numbers` : css.word}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      {shown ?? (of !== undefined ? f.money(of) : t("why.word"))}
    </button>
  );
  if (phone)
    return (
      <>
        {face}
        <Suspense fallback={null}>
          {open && (
            <Sheet title={title} open onClose={() => setOpen(false)}>
              <div className={css.body}>{children}</div>
            </Sheet>
          )}
        </Suspense>
      </>
    );
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      trapFocus
      returnFocus
      position="bottom-end"
      withArrow
      arrowSize={12}
      offset={8}
      withRoles={false}
    >
      <Popover.Target>{face}</Popover.Target>
      <Popover.Dropdown className={css.popover} role="dialog" aria-labelledby={heading} tabIndex={-1} data-autofocus>
        <h3 id={heading} className={css.title}>
          {title}
        </h3>
        <div className={css.body}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
