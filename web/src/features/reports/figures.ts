import type { useF } from "~/text/format";
import type { Figure, ReportColumn, ReportRow, RowKey } from "./api/reports";

type Format = ReturnType<typeof useF>;

/** Said where a figure would be divided by nothing. */
export const none = "–";

/** A figure in the reader's form. */
export function figureText(f: Format, { kind }: Pick<ReportColumn, "kind">, value: Figure | undefined): string {
  if (value === null || value === undefined) return none;
  if (kind === "money") return f.money(String(value));
  if (kind === "share") return f.percent(String(value));
  return kind === "days" ? f.decimal(String(value)) : f.count(Number(value));
}

/** Whether a figure says nothing: it is zero, or there is none. */
export const isNothing = (value: Figure | undefined) =>
  value === null || value === undefined || !/[1-9]/.test(String(value));

/** What parts a row, in the reader's form: months and days as the language writes them. */
export function keyText(f: Format, { by, name, label }: RowKey): string {
  if (by === "month" || by === "registered") return f.month(`${name}-01`);
  if (by === "week" || by === "day") return f.day(name);
  return label;
}

/** All that parts a row, in one line. */
export const rowText = (f: Format, row: Pick<ReportRow, "keys">) => row.keys.map((key) => keyText(f, key)).join(", ");

/** How far a figure reaches on a drawing; never a sum. */
export const drawn = (value: Figure | undefined) => Number(value ?? 0);

const scaled = (value: Figure | undefined) => BigInt(Math.round(Number(value ?? 0) * 1_000_000));
const exact = (value: Figure | undefined) =>
  typeof value === "string" && /^-?\d+\.\d\d$/.test(value) ? BigInt(value.replace(".", "")) * 10_000n : scaled(value);

/** Rows by a column: of figures by size, of keys by what they name; words of the program in the order of the server. */
export function sorted(rows: ReportRow[], by: string, down: boolean, language: string): ReportRow[] {
  if (!by) return rows;
  const turn = down ? -1 : 1;
  const words = new Intl.Collator(language, { numeric: true });
  const at = rows[0]?.keys.findIndex((key) => key.by === by) ?? -1;
  if (at < 0)
    return [...rows].sort((a, b) => {
      const [one, other] = [exact(a.figures[by]), exact(b.figures[by])];
      return one === other ? 0 : turn * (one < other ? -1 : 1);
    });
  if (by === "customer" || by === "group")
    return [...rows].sort((a, b) => turn * words.compare(a.keys[at]?.label ?? "", b.keys[at]?.label ?? ""));
  if (by === "case") return [...rows].sort((a, b) => turn * (Number(a.keys[at]?.name) - Number(b.keys[at]?.name)));
  // The server's own order of a word is the order of the first rows that have it, when it parts the table alone or first.
  const places = new Map<string, number>();
  for (const row of rows) {
    const name = row.keys[at]?.name ?? "";
    if (!places.has(name)) places.set(name, places.size);
  }
  const days = by === "month" || by === "registered" || by === "week" || by === "day";
  return [...rows].sort((a, b) => {
    const [one, other] = [a.keys[at]?.name ?? "", b.keys[at]?.name ?? ""];
    return turn * (days ? (one < other ? -1 : one > other ? 1 : 0) : (places.get(one) ?? 0) - (places.get(other) ?? 0));
  });
}
