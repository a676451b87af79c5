// The licences of the libraries that travel in the built application, in the order of their names, as text.
//   node tools/licences.mjs
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const told = /^(licen[cs]e|copying|ofl|notice)/i;

for (const [folder, about] of Object.entries(lock.packages)) {
  if (folder === "" || about.dev || about.optional) continue;
  process.stdout.write(`== ${folder.replace(/^.*node_modules\//, "")} ${about.version}: ${about.license}\n\n`);
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (told.test(name)) process.stdout.write(`${readFileSync(join(root, folder, name), "utf8").trimEnd()}\n\n`);
  }
}
