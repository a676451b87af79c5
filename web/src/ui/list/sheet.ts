import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Language } from "~/format/language";
import type { TextId } from "~/text/texts";
import { statusWords, stepShort } from "~/text/words";
import { saveFile } from "../saveFile";
import type { CellKind, Column } from "../table/types";

type Schemas = components["schemas"];
export type SheetForm = "xlsx" | "ods" | "csv";

/** Which list becomes a file, and what it is asked with. */
export type SheetOf =
  | { list: "cases"; ask: Pick<Schemas["CaseSheet"], "filter" | "sort" | "direction"> }
  | { list: "ledger"; ask: Pick<Schemas["LedgerSheet"], "filter" | "sort" | "direction"> }
  | { list: "debtors"; ask: Pick<Schemas["DebtorSheet"], "filter" | "sort" | "direction"> };

/** A name and what it is, of what stands on the second sheet. */
export interface Told {
  name: string;
  value: string;
}

interface Form {
  org: string;
  form: SheetForm;
  title: string;
  today: string;
  language: Language;
  t: (id: TextId) => string;
}

interface ListWish extends Form {
  of: SheetOf;
  columns: { id: string; head: string }[];
  count: number;
}

interface TableWish extends Form {
  columns: Pick<Column<never>, "id" | "head" | "kind" | "summed">[];
  lines: (string | number)[][];
  narrowed: Told[];
}

type Bytes = Promise<{ data?: Blob; error?: unknown; response: Response }>;

const signs = ["address_missing", "address_doubtful", "address_protected", "kind_unknown", "bankrupt", "dead"] as const;
const kinds = ["person", "company", "sole_trader", "public"] as const;
/** What a column of the screen is called in a file. */
const columnIds: Record<string, string> = { warnings: "signs" };

/** What every file has: its form, its title, and a second sheet that tells what it is of. */
function wishOf(
  { org, form, title, today, language, t }: Form,
  count: number,
  narrowed: Told[],
): Omit<Schemas["SheetForm"], "columns"> {
  return {
    form,
    title,
    about_title: t("export.about"),
    about: [
      { name: title, value: org },
      ...narrowed,
      { name: t("export.day"), value: today },
      { name: t("export.rows"), value: String(count) },
      { name: t("export.address"), value: window.location.href },
    ],
    sum: t("export.sum"),
    separator: language === "en" ? "," : ";",
  };
}

async function save({ form, title, today }: Form, made: unknown): Promise<void> {
  const name = title.toLowerCase().replaceAll(" ", "-");
  saveFile(`${name}-${today}.${form}`, await answer<Blob>(made as Bytes));
}

/** The list as it stands, made by the server, in the reader's words. */
export async function saveSheet(wish: ListWish): Promise<void> {
  const { org, of, columns, count, t } = wish;
  const words = Object.fromEntries([
    ...Object.entries(stepShort).map(([name, id]) => [`step.${name}`, t(id)]),
    ...Object.entries(statusWords).map(([name, id]) => [`status.${name}`, t(id)]),
    ...signs.map((name) => [`sign.${name}`, t(`sign.${name}`)]),
    ...kinds.map((name) => [`kind.${name}`, t(`kind.${name}`)]),
  ]) as Record<string, string>;
  const body: Schemas["SheetForm"] = {
    ...wishOf(wish, count, []),
    columns: columns.map(({ id, head }) => ({ id: columnIds[id] ?? id, head })),
    words,
  };
  const params = { path: { creditor: org } };
  await save(
    wish,
    of.list === "cases"
      ? api.POST("/creditors/{creditor}/cases/sheet", { params, body: { ...body, ...of.ask }, parseAs: "blob" })
      : of.list === "ledger"
        ? api.POST("/creditors/{creditor}/ledger/sheet", { params, body: { ...body, ...of.ask }, parseAs: "blob" })
        : api.POST("/creditors/{creditor}/debtors/sheet", { params, body: { ...body, ...of.ask }, parseAs: "blob" }),
  );
}

/** A table whose cells the screen holds, each as what its column says it is. */
export async function saveTable(wish: TableWish): Promise<void> {
  const { org, columns, lines, narrowed } = wish;
  const cell = (value: string | number, kind: CellKind) =>
    kind === "whole" ? (value === "" ? null : Number(value)) : kind === "text" ? String(value) : value || null;
  const body: Schemas["TableSheet"] = {
    ...wishOf(wish, lines.length, narrowed),
    columns: columns.map(({ id, head, kind = "text", summed = false }) => ({ id, head, kind, summed })),
    rows: lines.map((line) => line.map((value, n) => cell(value, columns[n]?.kind ?? "text"))),
  };
  const params = { path: { creditor: org } };
  await save(wish, api.POST("/creditors/{creditor}/sheet", { params, body, parseAs: "blob" }));
}
