import css from "./AllSettings.module.css";
import type { Meaning } from "./useMeaning";

/** A setting: what it means, and the name that it has in the file. */
export function Named({ name, meaning }: { name: string; meaning: Meaning }) {
  return (
    <span className={css.named}>
      <span lang={meaning.lang}>{meaning.text}</span>
      <code>{name}</code>
    </span>
  );
}
