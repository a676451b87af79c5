import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";
import type { Language } from "~/format/language";
import type { TextId } from "~/text/texts";
import { statusWords, stepShort } from "~/text/words";
import { saveFile } from "../saveFile";

type Schemas = components["schemas"];
export type SheetForm = "xlsx" | "csv";

/** Which list becomes a file, and what it is asked with. */
export type SheetOf =
  | { list: "cases"; ask: Pick<Schemas["CaseSheet"], "filter" | "sort" | "direction"> }
  | { list: "ledger"; ask: Pick<Schemas["LedgerSheet"], "filter" | "sort" | "direction"> }
  | { list: "debtors"; ask: Pick<Schemas["DebtorSheet"], "filter" | "sort" | "direction"> };

interface Wish {
  org: string;
  of: SheetOf;
  form: SheetForm;
  title: string;
  columns: { id: string; head: string }[];
  count: number;
  today: string;
  language: Language;
  t: (id: TextId) => string;
}

const signs = ["address_missing", "address_doubtful", "address_protected", "kind_unknown", "bankrupt", "dead"] as const;
const kinds = ["person", "company", "sole_trader", "public"] as const;
/** What a column of the screen is called in a file. */
const columnIds: Record<string, string> = { warnings: "signs" };

/** The list as it stands, made by the server, in the reader's words. */
export async function saveSheet({ org, of, form, title, columns, count, today, language, t }: Wish): Promise<void> {
  const words = Object.fromEntries([
    ...Object.entries(stepShort).map(([name, id]) => [`step.${name}`, t(id)]),
    ...Object.entries(statusWords).map(([name, id]) => [`status.${name}`, t(id)]),
    ...signs.map((name) => [`sign.${name}`, t(`sign.${name}`)]),
    ...kinds.map((name) => [`kind.${name}`, t(`kind.${name}`)]),
  ]) as Record<string, string>;
  const body: Schemas["SheetForm"] = {
    form,
    title,
    columns: columns.map(({ id, head }) => ({ id: columnIds[id] ?? id, head })),
    words,
    about_title: t("export.about"),
    about: [
      { name: title, value: org },
      { name: t("export.day"), value: today },
      { name: t("export.rows"), value: String(count) },
      { name: t("export.address"), value: window.location.href },
    ],
    sum: t("export.sum"),
    separator: language === "en" ? "," : ";",
  };
  const params = { path: { creditor: org } };
  const made = (
    of.list === "cases"
      ? api.POST("/creditors/{creditor}/cases/sheet", { params, body: { ...body, ...of.ask }, parseAs: "blob" })
      : of.list === "ledger"
        ? api.POST("/creditors/{creditor}/ledger/sheet", { params, body: { ...body, ...of.ask }, parseAs: "blob" })
        : api.POST("/creditors/{creditor}/debtors/sheet", { params, body: { ...body, ...of.ask }, parseAs: "blob" })
  ) as Promise<{ data?: Blob; error?: unknown; response: Response }>;
  saveFile(`${title.toLowerCase()}-${today}.${form}`, await answer<Blob>(made));
}
