import { useF } from "~/text/format";

interface Props {
  of: string;
  /** table: 06.07.2026. short: without the year while it is this year. words: 6. juli 2026. weekday: mandag 6. juli. */
  as?: "table" | "short" | "words" | "weekday";
}

/** A day of the server in the reader's language, and for machines as it is. */
export function Day({ of, as = "table" }: Props) {
  const f = useF();
  const text = { table: f.day, short: f.short, words: f.words, weekday: f.weekday }[as](of);
  return (
    <time dateTime={of} className={as === "table" || as === "short" ? "numbers" : undefined}>
      {text}
    </time>
  );
}
