import type { ImportMap } from "~/api/importLedger";
import { useT } from "~/text/texts";
import { BareChoice } from "../form/Bare";
import { Notice } from "../Notice";
import { PlainTable } from "../table/PlainTable";
import type { Column } from "../table/types";
import { fieldWord } from "./fieldWord";
import css from "./Import.module.css";
import { fields, type Layout, missing, withField } from "./mapping";

interface Props {
  layout: Layout;
  said: ImportMap | undefined;
  /** A list of open items, which cannot do without some columns. */
  whole: boolean;
  onSay: (map: ImportMap) => void;
}
type Row = Layout["columns"][number];

/** Every column of the file, what stands in it, and what it is taken for: to be said otherwise by hand. */
export function ColumnChoices({ layout, said, whole, onSay }: Props) {
  const t = useT();
  const lacking = whole ? missing(layout) : [];
  const options = [
    { value: "", label: t("import.field.none") },
    ...fields.map((field) => ({ value: field as string, label: t(fieldWord(field)) })),
  ];
  const choice = (row: Row) =>
    row.ageing ? (
      t("import.field.ageing")
    ) : (
      <BareChoice
        label={t("import.field.of", { column: row.column })}
        value={row.field ?? ""}
        options={options}
        onChoose={(field) => onSay(withField(layout, said, row.column, field || undefined))}
      />
    );
  const samples = (row: Row) => <span className={css.samples}>{row.samples.join(" · ")}</span>;
  const columns: Column<Row>[] = [
    { id: "column", head: t("import.column"), cell: (row) => <b>{row.column}</b> },
    { id: "samples", head: t("import.samples"), cell: samples },
    { id: "field", head: t("import.field"), width: 260, cell: choice },
  ];
  const rows = layout.columns.filter((one) => one.column);
  return (
    <div className={css.columns}>
      <h3>{t("import.columns")}</h3>
      {lacking.length > 0 && (
        <Notice tone="bad">
          {t("import.lacking", { fields: lacking.map((field) => t(fieldWord(field))).join(", ") })}
        </Notice>
      )}
      <PlainTable
        caption={t("import.columns")}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.column}
        edges={false}
        phone={(row) => (
          <div className={css.column}>
            <b>{row.column}</b>
            {samples(row)}
            {choice(row)}
          </div>
        )}
      />
    </div>
  );
}
