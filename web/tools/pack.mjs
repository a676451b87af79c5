// dist/ becomes dist/web.bin and dist/web_table.inc for the program: every file as brotli 11, gzip 9 and plain, fonts
// plain only. Then the size budgets are held: a fault ends with 1.
//   node tools/pack.mjs [FOLDER]
// A row: {"/path", "content type", "br|gzip|", "\"etag\"", immutable, offset, length},
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};
const budgets = { js: 260, css: 32, chunk: 60 }; // KB, gzip

rmSync(join(dist, "web.bin"), { force: true });
rmSync(join(dist, "web_table.inc"), { force: true });
const names = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && extname(entry.name) in types)
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .replaceAll("\\", "/"),
  )
  .sort();

const parts = [];
const rows = [];
const gz = new Map();
let offset = 0;
function add(name, encoding, bytes, etag) {
  const immutable = name.startsWith("assets/");
  const type = types[extname(name)];
  rows.push(`{"/${name}", "${type}", "${encoding}", "\\"${etag}\\"", ${immutable}, ${offset}, ${bytes.length}},`);
  parts.push(bytes);
  offset += bytes.length;
}
for (const name of names) {
  const bytes = readFileSync(join(dist, name));
  const etag = createHash("sha256").update(bytes).digest("hex").slice(0, 20);
  const squeezed = gzipSync(bytes, { level: 9 });
  gz.set(name, squeezed.length);
  if (![".woff2", ".png"].includes(extname(name))) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    add(name, "br", brotliCompressSync(bytes, { params }), `${etag}-br`);
    add(name, "gzip", squeezed, `${etag}-gz`);
  }
  add(name, "", bytes, etag);
}
writeFileSync(join(dist, "web.bin"), Buffer.concat(parts));
writeFileSync(join(dist, "web_table.inc"), `${rows.join("\n")}\n`);

// What a first visit of a page fetches: what index.html names with all that it imports, and what the page's own lazy
// chunk is said to need: the builder writes that list beside each import.
const text = (name) => readFileSync(join(dist, name), "utf8");
function closure(first) {
  const seen = new Set();
  const wait = [...first];
  while (wait.length) {
    const name = wait.pop();
    if (seen.has(name) || !gz.has(name)) continue;
    seen.add(name);
    if (!name.endsWith(".js")) continue;
    for (const [, found] of text(name).matchAll(/(?:from|import)\s*["`]\.\/([\w.-]+\.js)["`]/g)) {
      if (!text(name).includes(`import(\`./${found}\`)`)) wait.push(`assets/${found}`);
    }
  }
  return seen;
}
function lazyOf(name) {
  const source = text(name);
  const list = /m\.f=(\[[^\]]*\])/.exec(source);
  const files = list ? JSON.parse(list[1]) : [];
  const found = [];
  for (const [, chunk, needs] of source.matchAll(
    /import\(`\.\/([\w.-]+\.js)`\)(?:(?!import\().){0,120}?__vite__mapDeps\(\[([\d,]*)\]\)/gs,
  ))
    found.push([
      `assets/${chunk}`,
      needs
        .split(",")
        .filter(Boolean)
        .map((n) => files[n]),
    ]);
  return found;
}
const sum = (set, end) =>
  [...set].filter((name) => name.endsWith(end)).reduce((total, name) => total + gz.get(name), 0) / 1000;
const index = text("index.html");
const shell = closure([...index.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) => m[1]));
const languages = names.filter((name) => /assets\/(nb|nn|en|sv)-.*js$/.test(name)).map((name) => gz.get(name) / 1000);
const faults = [];
function hold(what, size, budget) {
  console.log(`${what.padEnd(44)} ${size.toFixed(1).padStart(7)} KB gz  (≤ ${budget})`);
  if (size > budget) faults.push(what);
}
hold("shell, script", sum(shell, ".js"), budgets.js);
const entry = [...shell].find((name) => /assets\/index-/.test(name) && name.endsWith(".js"));
const pages = lazyOf(entry).filter(([name]) => !languages.includes(name));
const visits = pages.map(([name, needs]) => [name, closure([...shell, name, ...needs])]);
for (const [what, end, budget, more] of [
  ["script", ".js", budgets.js, Math.max(0, ...languages)],
  ["style sheets", ".css", budgets.css, 0],
]) {
  const sizes = visits.map(([name, visit]) => [name.slice(7).replace(/-.{8}\.js$/, ""), sum(visit, end) + more]);
  const [name, size] = sizes.reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
  hold(`first visit, ${what}, at most (${name})`, size, budget);
  for (const page of ["CasesPage", "CasePage"]) {
    const own = sizes.find(([one]) => one === page);
    if (own) hold(`first visit, ${what}, ${page}`, own[1], budget);
  }
}
for (const name of names.filter((one) => one.endsWith(".js") && !shell.has(one)))
  if (gz.get(name) > budgets.chunk * 1000) hold(`chunk ${name}`, gz.get(name) / 1000, budgets.chunk);
console.log(`${names.length} files, ${rows.length} rows, ${(offset / 1e6).toFixed(2)} MB`);
for (const fault of faults) console.error(`too large: ${fault}`);
process.exit(faults.length ? 1 : 0);
