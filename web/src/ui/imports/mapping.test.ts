import { expect, test } from "vitest";
import { type Layout, missing, withField, withReading, withStep } from "./mapping";

const column = (name: string, field: string | null = null) => ({ column: name, field, ageing: false, samples: [] });
const layout = (...columns: Layout["columns"]): Layout => ({
  format: "csv",
  sheet: "",
  sheets: [],
  encoding: "UTF-8",
  separator: ";",
  decimal: ",",
  thousands: "",
  date: "DD.MM.YYYY",
  header_row: 1,
  header_hash: "x",
  columns,
  top: [],
  known: "",
  steps: [],
});

test("what a list cannot do without is named until a column is it", () => {
  const bare = layout(column("Hvem"), column("Bilag"), column("Innen"), column("Til gode"));
  expect(missing(bare)).toEqual(["customer_number", "invoice_number", "due_date", "open_amount"]);
  expect(
    missing(
      layout(
        column("Navn", "customer_name"),
        column("B", "invoice_number"),
        column("I", "due_date"),
        column("S", "original_amount"),
      ),
    ),
  ).toEqual([]);
  const aged = layout(column("Navn", "customer_name"), column("B", "invoice_number"), column("I", "due_date"), {
    ...column("0-30"),
    ageing: true,
  });
  expect(missing(aged)).toEqual([]);
});

test("a field belongs to one column, and what is known of the others stays", () => {
  const read = layout(column("Kunde", "customer_name"), column("Saldo", "open_amount"), column("Rest"));
  const map = withField(read, { decimal: "," }, "Rest", "open_amount");
  expect(map).toEqual({ decimal: ",", columns: { customer_name: "Kunde", open_amount: "Rest" } });
  const without = withField(read, undefined, "Saldo", undefined);
  expect(without).toEqual({ columns: { customer_name: "Kunde" }, unused: ["Saldo"] });
  expect(withField(read, without, "Saldo", "paid")).toEqual({
    columns: { customer_name: "Kunde", paid: "Saldo" },
  });
});

test("a file that is opened otherwise is understood anew", () => {
  const map = { columns: { paid: "Betalt" }, unused: ["Rest"], decimal: "," as const };
  expect(withReading(map, { header_row: 4 })).toEqual({ decimal: ",", header_row: 4 });
  expect(withReading(map, { header_row: undefined })).toEqual({ decimal: "," });
});

test("a word for a letter means what a person says, and the others as before", () => {
  const map = withStep({ columns: { earlier_step: "Trinn" }, steps: { Kravbrev: "demand" } }, "Siste varsel", "notice");
  expect(map).toEqual({
    columns: { earlier_step: "Trinn" },
    steps: { Kravbrev: "demand", "Siste varsel": "notice" },
  });
});
