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

// What a first visit of a page fetches: what index.html names and what that imports, and the page's own lazy chunk.
const text = (name) => readFileSync(join(dist, name), "utf8");
function closure(first) {
  const seen = new Set();
  const wait = [...first];
  while (wait.length) {
    const name = wait.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    for (const [, found] of text(name).matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) wait.push(`assets/${found}`);
  }
  return seen;
}
const sum = (set) => [...set].reduce((total, name) => total + gz.get(name), 0) / 1000;
const index = text("index.html");
const shell = closure([...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((m) => m[1]));
const lazy = names.filter((name) => name.startsWith("assets/") && name.endsWith(".js") && !shell.has(name));
const faults = [];
function hold(what, size, budget) {
  console.log(`${what.padEnd(44)} ${size.toFixed(1).padStart(7)} KB gz  (≤ ${budget})`);
  if (size > budget) faults.push(what);
}
hold("shell, script", sum(shell), budgets.js);
let widest = ["", 0];
for (const name of lazy) {
  const visit = sum(closure([...shell, name]));
  if (visit > widest[1]) widest = [name, visit];
  if (gz.get(name) > budgets.chunk * 1000) hold(`chunk ${name}`, gz.get(name) / 1000, budgets.chunk);
}
const language = lazy.filter((name) => /assets\/(nb|nn|en|sv)-/.test(name)).map((name) => gz.get(name) / 1000);
hold(`widest first visit (${widest[0].slice(7)})`, widest[1] + Math.max(0, ...language), budgets.js);
hold("style sheets, all", sum(new Set(names.filter((name) => name.endsWith(".css")))), budgets.css);
console.log(`${names.length} files, ${rows.length} rows, ${(offset / 1e6).toFixed(2)} MB`);
for (const fault of faults) console.error(`too large: ${fault}`);
process.exit(faults.length ? 1 : 0);
