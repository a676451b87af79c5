import { useT } from "~/text/texts";
import css from "./Chart.module.css";
import { every, ticks } from "./scale";
import { useWidth } from "./useWidth";

export interface Week {
  /** Its first day, for machines and for people. */
  first: string;
  name: string;
  expected: number;
  low: number;
  high: number;
  /** What came, once the week is over, and whether that lay in the range. */
  came?: number;
  held?: boolean;
  /** All of it in words. */
  says: string;
}

const height = 230;
const top = 16;
const bottom = 24;
const letter = 6.6;

interface Props {
  weeks: Week[];
  says: string;
  tick: (size: number) => string;
  /** The first week that lies ahead, when the others have been. */
  ahead?: string;
}

/** Weeks with a range each: what was expected as a line, and what came as a mark that says whether the range held. */
export function Weeks({ weeks, says, tick, ahead }: Props) {
  const t = useT();
  const { ref, width } = useWidth<HTMLDivElement>();
  const marks = ticks(0, Math.max(...weeks.flatMap(({ high, expected, came = 0 }) => [high, expected, came]), 0));
  const high = marks.at(-1) ?? 1;
  const left = Math.max(...marks.map((mark) => tick(mark).length)) * letter + 8;
  const room = width - left;
  const each = room / weeks.length;
  const wide = Math.max(3, Math.min(each - 2, 40));
  const x = (n: number) => left + each * (n + 0.5);
  const y = (size: number) => top + (1 - Math.max(size, 0) / high) * (height - top - bottom);
  const named = every(weeks.length, room, Math.max(...weeks.map(({ name }) => name.length)) * letter + 8);
  const now = ahead === undefined ? -1 : weeks.findIndex(({ first }) => first === ahead);
  const ran = weeks.some(({ came }) => came !== undefined);
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
        {weeks.map((week, n) => (
          <g key={week.first}>
            <title>{week.says}</title>
            <rect
              className={css.band}
              x={x(n) - wide / 2}
              y={y(week.high)}
              width={wide}
              height={Math.max(1, y(week.low) - y(week.high))}
              rx={2}
            />
            <line
              className={css.expected}
              x1={x(n) - wide / 2}
              x2={x(n) + wide / 2}
              y1={y(week.expected)}
              y2={y(week.expected)}
            />
            {week.came !== undefined && <Mark held={week.held ?? false} x={x(n)} y={y(week.came)} />}
            {n % named === 0 && (
              <text className={css.word} x={x(n)} y={height - 6} textAnchor="middle">
                {week.name}
              </text>
            )}
          </g>
        ))}
        {now > 0 && <line className={css.now} x1={left + each * now} x2={left + each * now} y1={4} y2={y(0)} />}
      </svg>
      <ul className={css.keys}>
        <li>
          <svg width={16} height={12} aria-hidden="true">
            <rect className={css.band} x={1} y={1} width={14} height={10} rx={2} />
          </svg>
          {t("reports.chart.range")}
        </li>
        <li>
          <svg width={16} height={12} aria-hidden="true">
            <line className={css.expected} x1={0} x2={16} y1={6} y2={6} />
          </svg>
          {t("reports.chart.expected")}
        </li>
        {ran && (
          <>
            <li>
              <svg width={12} height={12} aria-hidden="true">
                <Mark held x={6} y={6} />
              </svg>
              {t("reports.chart.held")}
            </li>
            <li>
              <svg width={12} height={12} aria-hidden="true">
                <Mark held={false} x={6} y={6} />
              </svg>
              {t("reports.chart.missed")}
            </li>
          </>
        )}
      </ul>
    </div>
  );
}

/** What came: a disc inside the range, a triangle outside. */
function Mark({ held, x, y }: { held: boolean; x: number; y: number }) {
  if (held) return <circle className={css.came} cx={x} cy={y} r={4} />;
  return <path className={css.missed} d={`M${x} ${y - 5.5}l5.5 9.5h-11z`} />;
}
