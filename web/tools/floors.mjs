// Who may import whom. A folder uses itself and the floors below; a feature never another feature; only ui/ and app/
// know the design system. A fault stops the build.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../src", import.meta.url));
const floors = { format: 0, api: 0, text: 1, ui: 2, features: 3, app: 4, "main.tsx": 5 };
const free = new Set(["test"]);
const files = readdirSync(src, { recursive: true }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"));
const faults = [];

for (const name of files) {
  const [folder, feature] = name.split("/");
  if (free.has(folder)) continue;
  const isTest = /\.test\.tsx?$/.test(name);
  const text = readFileSync(join(src, name), "utf8");
  if (!(folder in floors)) faults.push(`${name}: the folder ${folder} stands on no floor`);
  for (const [, asked] of text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
    if (asked.startsWith("@mantine/") && folder !== "ui" && folder !== "app")
      faults.push(`${name}: ${asked} belongs to ui/`);
    if (asked.startsWith("@tabler/") && folder !== "ui") faults.push(`${name}: ${asked} belongs to ui/icons`);
    const inside = asked.startsWith("~/")
      ? asked.slice(2)
      : asked.startsWith(".")
        ? relative(src, resolve(src, dirname(name), asked))
        : undefined;
    if (!inside) continue;
    const [there, thereFeature] = inside.split("/");
    if (free.has(there)) {
      if (!isTest) faults.push(`${name}: only a test may use ${asked}`);
      continue;
    }
    if (floors[there] > floors[folder]) faults.push(`${name}: ${asked} stands on a higher floor`);
    if (floors[there] === floors[folder] && there !== folder) faults.push(`${name}: ${asked} is a neighbour`);
    if (folder === "features" && there === "features" && feature !== thereFeature)
      faults.push(`${name}: a feature never imports another (${thereFeature})`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`floors: ${files.length} files, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
