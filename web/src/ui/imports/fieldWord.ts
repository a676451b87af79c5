import type { TextId } from "~/text/texts";
import { fields } from "./mapping";

/** The word for a field of the file; every one has its own. */
export function fieldWord(field: string): TextId {
  const known = (fields as readonly string[]).includes(field) ? (field as (typeof fields)[number]) : "contact";
  return `import.field.${known}`;
}
