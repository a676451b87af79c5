import { type Ref, useImperativeHandle, useMemo, useRef } from "react";
import { lawLines } from "./blocks";
import css from "./Wordings.module.css";

export interface LinedHandle {
  /** Puts the cursor into a line, counted from 1, and shows it. */
  show: (line: number) => void;
  /** Writes words where the cursor is. */
  write: (words: string) => void;
}

interface Props {
  id?: string;
  label: string;
  value: string;
  /** Without it the text is only read. */
  onType?: ((value: string) => void) | undefined;
  /** The line the law has something to say to. */
  bad?: number | undefined;
  /** Lines that are hard to read. */
  hard?: number[];
  /** What is said of it. */
  describedBy?: string;
  ref?: Ref<LinedHandle>;
}

/**
 * A text with numbered lines. The numbers and the grounds lie on a second copy of the text below the field: both wrap
 * alike, so that a number stands at its line however narrow the page is.
 */
export function LinedText({ id, label, value, onType, bad, hard = [], describedBy, ref }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const under = useRef<HTMLDivElement>(null);
  const lines = value.split("\n");
  const law = useMemo(() => lawLines(value), [value]);
  useImperativeHandle(ref, () => ({
    show(line) {
      const all = value.split("\n");
      const start = all.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(start, start + (all[line - 1]?.length ?? 0));
      under.current?.children[line - 1]?.scrollIntoView?.({ block: "center" });
    },
    write(words) {
      const element = field.current;
      if (!element || !onType) return;
      const { selectionStart, selectionEnd } = element;
      onType(value.slice(0, selectionStart) + words + value.slice(selectionEnd));
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(selectionStart + words.length, selectionStart + words.length);
      });
    },
  }));
  return (
    <div className={css.lined}>
      <div ref={under} className={css.under} aria-hidden="true">
        {lines.map((line, n) => (
          <div
            key={n}
            data-law={law.has(n) || undefined}
            data-hard={hard.includes(n + 1) || undefined}
            data-bad={bad === n + 1 || undefined}
          >
            {line || "\u200b"}
          </div>
        ))}
      </div>
      <textarea
        ref={field}
        id={id}
        className={css.over}
        aria-label={label}
        aria-invalid={bad !== undefined || undefined}
        aria-describedby={describedBy}
        readOnly={!onType}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onType?.(event.currentTarget.value)}
      />
    </div>
  );
}
