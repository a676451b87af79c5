import type { components } from "~/api/schema";
import { type TextId, useT } from "~/text/texts";
import { Day } from "../../Day";
import { PlainTable } from "../../table/PlainTable";
import type { Column } from "../../table/types";
import css from "./Check.module.css";

type Row = components["schemas"]["AddressCheck"];

const places: Record<string, TextId> = { population: "check.where.population", business: "check.where.business" };
const words: Record<string, TextId> = {
  same: "check.result.same",
  moved: "check.result.moved",
  "not-found": "check.result.not-found",
  dead: "check.result.dead",
  "taken over": "check.result.taken-over",
};

/** When somebody looked, where, what came of it and who it was; the latest first. */
export function Checks({ rows }: { rows: Row[] }) {
  const t = useT();
  if (rows.length === 0) return <p className={css.quiet}>{t("check.none")}</p>;
  const word = (known: Record<string, TextId>, of: string) => (known[of] ? t(known[of]) : of);
  const columns: Column<Row>[] = [
    { id: "on", head: t("check.day"), cell: (row) => <Day of={row.on} /> },
    { id: "where", head: t("check.where"), cell: (row) => word(places, row.where) },
    { id: "result", head: t("check.result"), cell: (row) => word(words, row.result) },
    { id: "by", head: t("check.by"), cell: (row) => row.by || "Frist" },
  ];
  const latest = rows.map((row, index) => ({ ...row, index })).reverse();
  return (
    <PlainTable
      caption={t("check.before")}
      columns={columns}
      rows={latest}
      keyOf={(row) => String((row as (typeof latest)[number]).index)}
      edges={false}
      phone={(row) => (
        <div className={css.card}>
          <span>
            {word(words, row.result)} · {word(places, row.where)}
          </span>
          <Day of={row.on} />
          <span className={css.quiet}>{row.by || "Frist"}</span>
        </div>
      )}
    />
  );
}
