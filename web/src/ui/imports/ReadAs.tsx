import { type ReactNode, useState } from "react";
import type { ImportMap } from "~/api/importLedger";
import type { Language } from "~/format/language";
import { useLanguage, useT } from "~/text/texts";
import { Button } from "../Button";
import { BareChoice } from "../form/Bare";
import css from "./Import.module.css";
import { type Layout, withReading } from "./mapping";

interface Props {
  layout: Layout;
  said: ImportMap | undefined;
  onSay: (map: ImportMap) => void;
  /** Something has to be said before the file is understood. */
  asked: boolean;
  /** Which column is what. */
  children: ReactNode;
}

const encodings = ["UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "CP865", "macintosh"];
const days = ["DD.MM.YYYY", "DD/MM/YYYY", "DD-MM-YYYY", "MM/DD/YYYY", "YYYY-MM-DD", "YYYYMMDD", "DDMMYY", "serial"];
const separators = [";", ",", "\t", "|"] as const;
const plain = (options: readonly string[], now: string) =>
  [...new Set(now ? [now, ...options] : options)].map((value) => ({ value, label: value }));

/** "DD.MM.YYYY" as people write it: in the Nordic languages the year is å. */
const dateForm = (form: string, language: Language) =>
  form === "serial" || language === "en" ? form : form.toLowerCase().replaceAll("y", "å");

/** How the file was read, in a sentence; and each of it to be said by hand. */
export function ReadAs({ layout, said, onSay, asked, children }: Props) {
  const t = useT();
  const { language } = useLanguage();
  const [open, setOpen] = useState(asked);
  if (asked && !open) setOpen(true);
  const csv = layout.format === "csv";
  const separatorWord = (one: string) =>
    t(
      one === ";"
        ? "import.sep.semicolon"
        : one === ","
          ? "import.sep.comma"
          : one === "|"
            ? "import.sep.bar"
            : "import.sep.tab",
    );
  const rows = layout.top.map(({ row, cells }) => ({
    value: String(row),
    label: t("import.header.row", { row, names: cells.filter(Boolean).slice(0, 4).join(", ") }),
  }));
  const facts = [
    layout.known,
    csv ? `CSV, ${layout.encoding}` : layout.format.toUpperCase(),
    csv ? separatorWord(layout.separator) : layout.sheet && t("import.as.sheet", { sheet: layout.sheet }),
    layout.decimal && t(layout.decimal === "," ? "import.as.comma" : "import.as.point"),
    layout.date && t("import.as.date", { form: dateForm(layout.date, language) }),
    t("import.as.header", { row: layout.header_row }),
  ];
  return (
    <section>
      <h2>{t("import.as")}</h2>
      <p className={css.facts}>{facts.filter(Boolean).join(" · ")}</p>
      <Button onPress={() => setOpen(!open)} pressed={open}>
        {t("import.as.change")}
      </Button>
      {open && (
        <div className={css.ways}>
          {layout.sheets.length > 1 && (
            <BareChoice
              label={t("import.sheet")}
              value={layout.sheet}
              options={plain(layout.sheets, layout.sheet)}
              onChoose={(sheet) => onSay(withReading(said, { sheet, header_row: undefined }))}
            />
          )}
          <BareChoice
            label={t("import.header")}
            value={String(layout.header_row)}
            options={
              rows.some((one) => one.value === String(layout.header_row))
                ? rows
                : [{ value: String(layout.header_row), label: t("import.row", { row: layout.header_row }) }, ...rows]
            }
            onChoose={(row) => onSay(withReading(said, { header_row: Number(row) }))}
          />
          {csv && (
            <>
              <BareChoice
                label={t("import.separator")}
                value={layout.separator}
                options={separators.map((value) => ({ value, label: separatorWord(value) }))}
                onChoose={(one) => onSay(withReading(said, { separator: one as (typeof separators)[number] }))}
              />
              <BareChoice
                label={t("import.encoding")}
                value={layout.encoding}
                options={plain(encodings, layout.encoding)}
                onChoose={(encoding) => onSay(withReading(said, { encoding }))}
              />
            </>
          )}
          <BareChoice
            label={t("import.decimal")}
            value={said?.decimal ?? layout.decimal}
            options={[
              ...(layout.decimal || said?.decimal ? [] : [{ value: "", label: t("import.choose") }]),
              { value: ",", label: t("import.decimal.comma") },
              { value: ".", label: t("import.decimal.point") },
            ]}
            onChoose={(sign) => sign && onSay({ ...said, decimal: sign as "," | "." })}
          />
          <BareChoice
            label={t("import.date")}
            value={said?.date ?? layout.date}
            options={[
              ...(layout.date || said?.date ? [] : [{ value: "", label: t("import.choose") }]),
              ...plain(days, said?.date ?? layout.date),
            ]}
            onChoose={(date) => date && onSay({ ...said, date })}
          />
        </div>
      )}
      {open && children}
    </section>
  );
}
