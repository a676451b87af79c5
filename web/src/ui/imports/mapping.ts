import type { ImportMap } from "~/api/importLedger";
import type { components } from "~/api/schema";

export type Layout = components["schemas"]["ImportLayout"];

/** What a column can be, those that are needed first. */
export const fields = [
  "customer_number",
  "customer_name",
  "invoice_number",
  "due_date",
  "open_amount",
  "original_amount",
  "invoice_date",
  "payment_reference",
  "kind",
  "org_number",
  "address",
  "postal_code",
  "town",
  "country",
  "email",
  "phone",
  "language",
  "customer_group",
  "department",
  "project",
  "document_type",
  "paid",
  "credited",
  "paid_date",
  "currency",
  "text",
  "voucher",
  "your_reference",
  "terms",
  "days_overdue",
  "interest",
  "earlier_step",
  "earlier_sent",
  "earlier_deadline",
  "earlier_fee",
  "reminder_sent",
  "reminder_deadline",
  "reminder_fee",
  "second_reminder_sent",
  "second_reminder_deadline",
  "second_reminder_fee",
  "notice_sent",
  "notice_deadline",
  "notice_fee",
  "demand_sent",
  "demand_deadline",
  "demand_fee",
  "contact",
] as const;

/** What a list cannot do without: one of the fields of each. */
const needed: string[][] = [
  ["customer_number", "customer_name"],
  ["invoice_number"],
  ["due_date"],
  ["open_amount", "original_amount"],
];

/** The needed fields that no column is taken for; columns by age stand for the open sum. */
export function missing(layout: Layout): string[] {
  const has = new Set(layout.columns.map((one) => one.field));
  const aged = layout.columns.some((one) => one.ageing);
  return needed
    .filter((any) => !any.some((field) => has.has(field)) && !(aged && any.includes("open_amount")))
    .map((any) => any[0] as string);
}

/** The map as the file was read, and what the person has said of it before. */
function asRead(layout: Layout, said: ImportMap | undefined): ImportMap {
  const columns: Record<string, string> = {};
  for (const { column, field } of layout.columns) if (field) columns[field] = column;
  return { ...said, columns };
}

/** The column is this field from now on, and no other is; without a field it is not used. */
export function withField(
  layout: Layout,
  said: ImportMap | undefined,
  column: string,
  field: string | undefined,
): ImportMap {
  const map = asRead(layout, said);
  const columns = Object.fromEntries(
    Object.entries(map.columns ?? {}).filter(([known, name]) => name !== column && known !== field),
  );
  const unused = (map.unused ?? []).filter((one) => one !== column);
  if (field) columns[field] = column;
  else unused.push(column);
  const { unused: _, ...rest } = map;
  return { ...rest, columns, ...(unused.length > 0 ? { unused } : {}) };
}

/** What a word of the list means, of those that it has for letters sent before. */
export function withStep(said: ImportMap | undefined, word: string, step: string): ImportMap {
  return { ...said, steps: { ...said?.steps, [word]: step as "notice" } };
}

/** How the file is opened is another; which column is what is found out anew. */
export function withReading(said: ImportMap | undefined, change: Partial<ImportMap>): ImportMap {
  const { columns: _, unused: __, ...rest } = { ...said, ...change };
  return rest;
}
