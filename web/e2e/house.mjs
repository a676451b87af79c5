// A house of its own for each journey: the real program on a free port with a database that is thrown away, and a real
// browser. Anything on the console, and any violation of the page's policy, fails the journey.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = process.env.FRIST ?? here("../../build/dev/frist");
const web = process.env.FRIST_WEB ?? here("../dist");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const axe = readFileSync(here("../node_modules/axe-core/axe.min.js"), "utf8");
assert.ok(existsSync(program), `the program is not built: ${program}`);

/** A server; `demo` fills it with the demo's month. Answers its address and, when nobody owns it, the one-time link. */
export async function openHouse({ demo = false, today = "2026-07-06" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "frist-e2e-"));
  const db = join(folder, "frist.db");
  if (demo) execFileSync(program, ["demo", "--db", db, "--out", folder], { stdio: "ignore" });
  const words = [
    "--db",
    db,
    "--today",
    today,
    "serve",
    "--letters",
    join(folder, "letters"),
    "--port",
    "0",
    "--web",
    web,
  ];
  const server = spawn(program, demo ? [...words, "--demo"] : words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const wanted = demo ? /answers at (\S+?)\/?\s/ : /(http\S+\/start#\S+)/;
  await new Promise((resolve, reject) => {
    const hear = (bytes) => {
      said += bytes;
      if (wanted.test(said)) resolve();
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", () => reject(new Error(`the server stopped: ${said}`)));
  });
  return {
    folder,
    address: /answers at (\S+?)\/?\s/.exec(said)[1],
    link: /(http\S+\/start#\S+)/.exec(said)?.[1],
    async close() {
      server.removeAllListeners("exit");
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let running;
/** The browser, one for all journeys of a file. */
export async function openBrowser() {
  running ??= await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  return running;
}

export async function closeBrowser() {
  await running?.close();
  running = undefined;
}

/** A person at a screen of their own. `troubles` holds what the console said; `calm` asks that it said nothing. */
export async function person(house, { width = 1280, scheme = "light", demo = false, locale = "nb-NO" } = {}) {
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width, height: width < 760 ? 844 : 860 },
    colorScheme: scheme,
    locale,
    timezoneId: "Europe/Oslo",
    acceptDownloads: true,
  });
  if (demo) {
    const come = await context.request.post(`${house.address}/api/session/demo`, { headers: { "Frist-Request": "1" } });
    assert.ok(come.ok(), await come.text());
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles = [];
  const expected = [];
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    if (!expected.some((one) => one.test(message.text())))
      troubles.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  return {
    page,
    context,
    expect: (words) => expected.push(words),
    go: (path) => page.goto(house.address + path),
    calm: () => assert.deepEqual(troubles, []),
    leave: () => context.close(),
  };
}

/** What axe finds on the page, in words. */
export async function findings(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Runtime.evaluate", { expression: axe });
  await cdp.detach();
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run();
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

/** The demo's house for all tests of a file: opened before them, closed after. What it gives has it when they run. */
export function demoHouse() {
  const held = { house: undefined };
  before(async () => {
    held.house = await openHouse({ demo: true, today: "2026-04-02" });
  });
  after(async () => {
    await closeBrowser();
    await held.house?.close();
  });
  return held;
}
