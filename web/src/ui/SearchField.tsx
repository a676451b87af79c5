import { type Ref, useEffect, useRef, useState } from "react";
import { useT } from "~/text/texts";
import { IconSearch, IconX } from "./icons";
import css from "./SearchField.module.css";

interface Props {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  onEnter?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** The search field of a list: it asks when one pauses, and has its own cross. */
export function SearchField({ label, value, onSearch, onEnter, ref }: Props) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(text.trim()), 150);
  };
  return (
    <div className={css.field}>
      <IconSearch size={15} stroke={1.7} aria-hidden />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={typed}
        maxLength={100}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            // The browser would empty the field: leaving it is not letting the search go.
            event.preventDefault();
            event.currentTarget.blur();
          }
          if (event.key === "Enter") {
            clearTimeout(timer.current);
            onSearch(typed.trim());
            onEnter?.();
          }
        }}
      />
      {typed !== "" && (
        <button type="button" className={css.clear} aria-label={t("search.clear")} onClick={() => type("")}>
          <IconX size={14} stroke={1.8} aria-hidden />
        </button>
      )}
    </div>
  );
}
