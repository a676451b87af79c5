import type { Bar } from "./Bars";
import css from "./Chart.module.css";
import { every, ticks } from "./scale";
import { useWidth } from "./useWidth";

const height = 190;
const top = 10;
const bottom = 24;
const letter = 6.6;

interface Props {
  bars: Bar[];
  says: string;
  /** A round number beside the grid. */
  tick: (size: number) => string;
}

/** Standing bars, one after the other: for what is parted by time. */
export function Columns({ bars, says, tick }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const marks = ticks(Math.min(...bars.map(({ size }) => size), 0), Math.max(...bars.map(({ size }) => size), 0));
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  const left = Math.max(...marks.map((mark) => tick(mark).length)) * letter + 8;
  const room = width - left;
  const each = room / bars.length;
  const wide = Math.min(each * 0.7, 56);
  const y = (size: number) => top + (1 - (size - low) / (high - low)) * (height - top - bottom);
  const named = every(bars.length, room, Math.max(...bars.map(({ name }) => name.length)) * letter + 8);
  return (
    <div ref={ref}>
      <svg
        className={css.drawing}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={says}
      >
        {marks.map((mark) => (
          <g key={mark}>
            <line className={mark === 0 ? css.zero : css.grid} x1={left} x2={width} y1={y(mark)} y2={y(mark)} />
            <text className={css.word} x={left - 8} y={y(mark) + 4} textAnchor="end">
              {tick(mark)}
            </text>
          </g>
        ))}
        {bars.map(({ id, name, long, size, text }, n) => (
          <g key={id}>
            <title>{`${long}: ${text}`}</title>
            <rect
              className={css.bar}
              x={left + each * n + (each - wide) / 2}
              y={Math.min(y(0), y(size))}
              width={wide}
              height={Math.max(size === 0 ? 0 : 1.5, Math.abs(y(size) - y(0)))}
              rx={2}
            />
            {n % named === 0 && (
              <text className={css.word} x={left + each * (n + 0.5)} y={height - 6} textAnchor="middle">
                {name}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
