// iso20022.js over a camt.053, reading only: node camt.mjs FILE
import { readFileSync } from "node:fs";
import { CashManagementEndOfDayReport } from "iso20022.js";
import { measure } from "./measure.mjs";

const xml = readFileSync(process.argv[2], "utf8");
measure(() => {
  const report = CashManagementEndOfDayReport.fromXML(xml);
  return { items: report.statements[0].entries.length };
});
