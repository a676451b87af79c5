import { useF } from "~/text/format";

/** An amount of the server. Tabular, never wrapped; the unit stands in the column head, or after it when asked for. */
export function Money({ of, unit }: { of: string; unit?: boolean }) {
  const f = useF();
  return (
    <span className="numbers">
      {f.money(of)}
      {unit && "\u00a0kr"}
    </span>
  );
}
