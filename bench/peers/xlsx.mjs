// exceljs over a list of open items, streaming: node xlsx.mjs read FILE, node xlsx.mjs write FILE COUNT
import Excel from "exceljs";

const [way, file, count] = process.argv.slice(2);
const cpu = process.cpuUsage();
const begun = process.hrtime.bigint();
let items = 0;
if (way === "read") {
  for await (const sheet of new Excel.stream.xlsx.WorkbookReader(file, { sharedStrings: "cache", styles: "cache" }))
    for await (const row of sheet) items += row.number > 1 ? 1 : 0;
} else {
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet("Poster");
  const texts = Array.from({ length: 10 }, (_, n) => `Kolonne ${n}`);
  sheet.addRow([...texts, "Beløp", "Restbeløp", "Fakturadato", "Forfallsdato", "Dager", "Antall"]).commit();
  const day = new Date(Date.UTC(2026, 0, 15));
  for (items = 0; items < Number(count); items++) {
    const row = sheet.addRow([...texts.map((text) => `${text} ${items}`), items / 100, items / 50, day, day, items % 90, 1]);
    for (const cell of [11, 12]) row.getCell(cell).numFmt = "#,##0.00";
    for (const cell of [13, 14]) row.getCell(cell).numFmt = "yyyy-mm-dd";
    row.commit();
  }
  await book.commit();
}
const wall = Number(process.hrtime.bigint() - begun) / 1e9;
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ items, wall, cpu: (used.user + used.system) / 1e6, peak_mb: process.resourceUsage().maxRSS / 1024 }));
