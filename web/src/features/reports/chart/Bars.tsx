import css from "./Chart.module.css";
import { useWidth } from "./useWidth";

export interface Bar {
  id: string;
  name: string;
  /** The same where there is room. */
  long: string;
  /** What the bar is long by. */
  size: number;
  /** The same in words. */
  text: string;
}

const height = 28;
/** How many pixels a letter takes, about. */
const letter = 7;
const cut = (text: string, room: number) => {
  const most = Math.max(3, Math.round(room / letter));
  return text.length > most + 1 ? `${text.slice(0, most - 1)}…` : text;
};

/** Lying bars, one under the other: for what is parted by words. */
export function Bars({ bars, says }: { bars: Bar[]; says: string }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const longest = (texts: string[]) => Math.max(...texts.map((text) => text.length)) * letter + 10;
  const left = Math.min(longest(bars.map(({ name }) => name)), width * 0.4);
  const right = longest(bars.map(({ text }) => text));
  const room = Math.max(20, width - left - right);
  const high = Math.max(...bars.map(({ size }) => size), 0);
  const low = Math.min(...bars.map(({ size }) => size), 0);
  const at = (size: number) => left + (high > low ? ((size - low) / (high - low)) * room : 0);
  return (
    <div ref={ref}>
      <svg
        className={css.drawing}
        width={width}
        height={bars.length * height}
        viewBox={`0 0 ${width} ${bars.length * height}`}
        role="img"
        aria-label={says}
      >
        <line className={css.zero} x1={at(0)} x2={at(0)} y1={0} y2={bars.length * height} />
        {bars.map(({ id, name, long, size, text }, n) => (
          <g key={id} transform={`translate(0 ${n * height})`}>
            <title>{`${long}: ${text}`}</title>
            <text className={css.word} x={0} y={18}>
              {cut(name, left - 10)}
            </text>
            <rect
              className={css.bar}
              x={Math.min(at(0), at(size))}
              y={5}
              width={Math.max(size === 0 ? 0 : 1.5, Math.abs(at(size) - at(0)))}
              height={height - 10}
              rx={2}
            />
            <text className={css.number} x={Math.max(at(0), at(size)) + 8} y={18}>
              {text}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
