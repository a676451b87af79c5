import { saveFile } from "~/ui/saveFile";

/** A cell of a CSV file. A text that a spreadsheet would take for a formula gets a quote before it. */
function cell(text: string, comma: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return safe.includes(comma) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Saves lines for a spreadsheet, with the mark by which it knows UTF-8. */
export function saveLines(name: string, lines: readonly (readonly string[])[], comma: string): void {
  const text = lines.map((line) => line.map((one) => cell(one, comma)).join(comma)).join("\r\n");
  saveFile(name, new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
}
