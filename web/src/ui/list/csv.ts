/** A cell as CSV writes it. A text that a spreadsheet would take for a formula gets a quote before it. */
function cell(value: string | number, comma: string): string {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+@\t\r]|^-[^\d]/.test(text) ? `'${text}` : text;
  return safe.includes(comma) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines as CSV, with the mark by which spreadsheets know UTF-8. */
export function csv(lines: readonly (readonly (string | number)[])[], comma: string): string {
  return `\ufeff${lines.map((line) => line.map((value) => cell(value, comma)).join(comma)).join("\r\n")}\r\n`;
}
