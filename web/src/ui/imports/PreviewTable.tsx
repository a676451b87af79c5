import type { ImportResult } from "~/api/types";
import { useT } from "~/text/texts";
import { Day } from "../Day";
import { Money } from "../Money";
import { PlainTable } from "../table/PlainTable";
import type { Column } from "../table/types";
import css from "./Import.module.css";

type Row = Record<string, unknown>;
const text = (row: Row, name: string) => (typeof row[name] === "string" ? (row[name] as string) : "");

/** The first rows as they were understood, under the columns of the file that they were read from. */
export function PreviewTable({ result }: { result: ImportResult }) {
  const t = useT();
  const from = (field: string) => result.columns.find((one) => one.field === field)?.column;
  const head = (name: string, ...fields: string[]) => {
    const column = fields.map(from).find(Boolean);
    return column && column !== name ? `${name} (${column})` : name;
  };
  const columns: Column<Row>[] = [
    { id: "invoice", head: head(t("cases.invoice"), "invoice", "number"), cell: (row) => text(row, "invoice") },
    { id: "customer", head: head(t("new.debtor"), "customer"), cell: (row) => text(row, "customer") },
    { id: "name", head: head(t("person.name"), "name"), cell: (row) => text(row, "name") },
    { id: "due", head: head(t("ledger.due"), "due"), cell: (row) => text(row, "due") && <Day of={text(row, "due")} /> },
    {
      id: "amount",
      head: head(t("ledger.amount"), "amount"),
      right: true,
      cell: (row) => text(row, "amount") && <Money of={text(row, "amount")} />,
    },
    {
      id: "open",
      head: head(t("cases.open"), "open"),
      right: true,
      cell: (row) => text(row, "open") && <Money of={text(row, "open")} />,
    },
    { id: "warning", head: t("ledger.warnings"), cell: (row) => text(row, "warning") },
  ];
  const rows = result.preview ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("import.preview", { n: rows.length })}</h2>
      <PlainTable
        caption={t("import.preview", { n: rows.length })}
        columns={columns}
        rows={rows}
        keyOf={(row) => `${text(row, "invoice")}-${text(row, "customer")}-${rows.indexOf(row)}`}
        edges={false}
        phone={(row) => (
          <div className={css.card}>
            <b>{text(row, "name") || text(row, "customer")}</b>
            <span>{text(row, "open") && <Money of={text(row, "open")} unit />}</span>
            <small>
              {text(row, "invoice")} {text(row, "due") && <Day of={text(row, "due")} />}
            </small>
          </div>
        )}
      />
    </section>
  );
}
