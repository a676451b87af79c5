/** Round numbers from `low` (zero or below) to at least `high`, about `wanted` steps of them. */
export function ticks(low: number, high: number, wanted = 4): number[] {
  const span = high - low;
  if (!(span > 0)) return [0, 1];
  const rough = span / wanted;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = ten * ([1, 2, 5].find((one) => one * ten >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step);
}

/** Every how many of the names below a drawing there is room for. */
export function every(count: number, room: number, each: number): number {
  return Math.max(1, Math.ceil((count * each) / Math.max(room, each)));
}
