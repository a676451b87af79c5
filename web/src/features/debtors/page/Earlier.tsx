import type { Debtor } from "~/api/types";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import css from "./DebtorPage.module.css";
import { useSource } from "./useSource";

type Row = Debtor["earlier_addresses"][number];

/** The addresses of before, each with its last day: a letter that left keeps its own. */
export function Earlier({ rows }: { rows: Row[] }) {
  const t = useT();
  const source = useSource();
  const columns: Column<Row>[] = [
    { id: "lines", head: t("debtors.address"), cell: (row) => row.lines.join(", ") },
    { id: "until", head: t("debtor.until"), cell: (row) => <Day of={row.until} /> },
    { id: "source", head: t("debtor.source.head"), cell: (row) => row.source && source(row.source) },
  ];
  return (
    <section>
      <h2>{t("debtor.earlier")}</h2>
      <PlainTable
        caption={t("debtor.earlier")}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.until + row.lines.join()}
        edges={false}
        phone={(row) => (
          <div className={css.card}>
            <span>{row.lines.join(", ")}</span>
            <Day of={row.until} />
          </div>
        )}
      />
    </section>
  );
}
