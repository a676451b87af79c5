import css from "./Steps.module.css";

/** How far a case has come: four strokes and a short word. */
export function Steps({ done, word }: { done: number; word: string }) {
  return (
    <span className={css.steps}>
      <span className={css.strokes} aria-hidden="true">
        {[1, 2, 3, 4].map((n) => (
          <span key={n} className={css.stroke} data-done={n <= done || undefined} />
        ))}
      </span>
      {word}
    </span>
  );
}
