// A house of its own for each journey: the real program on a free port with a database that is thrown away, and a real
// browser. Anything on the console, any violation of the page's policy, and anything that a page sends and the server
// cannot read, fails the journey.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = process.env.FRIST ?? here("../../build/dev/frist");
const web = process.env.FRIST_WEB ?? here("../dist");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const axe = readFileSync(here("../node_modules/axe-core/axe.min.js"), "utf8");
assert.ok(existsSync(program), `the program is not built: ${program}`);

/** A port that nobody listens at. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const postgres = process.env.FRIST_TEST_POSTGRES;

/** What --db is to say for a folder: a file in it, or, where FRIST_TEST_POSTGRES names a server, a database of its own there. */
function databaseIn(folder) {
  if (!postgres) return { db: join(folder, "frist.db"), env: process.env, drop() {} };
  const [place, options] = postgres.split("?");
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "_");
  const tell = (words) => execFileSync("psql", ["-q", `${place}postgres?${options}`, "-c", words]);
  tell(`CREATE DATABASE ${name}`);
  // What lies beside a database file has its place in the folder of the journey.
  const env = { ...process.env, FRIST_HOME: folder };
  return { db: `${place}${name}?${options}`, env, drop: () => tell(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/**
 * A server; `demo` fills it with the demo's month. `prepare` tells the installation of itself before it starts: it is
 * given `frist`, which runs a command, the folder and the address. Answers the address, `frist`, and, when nobody owns
 * the installation, the one-time link.
 */
export async function openHouse({ demo = false, today = "2026-07-06", prepare } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "frist-e2e-"));
  const { db, env, drop } = databaseIn(folder);
  const frist = (...words) =>
    execFileSync(program, ["--db", db, "--today", today, ...words], { encoding: "utf8", env });
  if (demo) execFileSync(program, ["demo", "--db", db, "--out", folder], { stdio: "ignore", env });
  const port = prepare ? await freePort() : 0;
  // Passkeys belong to a name, and a bare number is none.
  const named = prepare && `http://localhost:${port}`;
  if (prepare) await prepare({ frist, folder, address: named });
  const words = [
    "--db",
    db,
    "--today",
    today,
    "serve",
    "--letters",
    join(folder, "letters"),
    "--port",
    String(port),
    "--web",
    web,
  ];
  const server = spawn(program, demo ? [...words, "--demo"] : words, { stdio: ["ignore", "pipe", "pipe"], env });
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
    db,
    env,
    frist,
    address: named ?? /answers at (\S+?)\/?\s/.exec(said)[1],
    link: /(http\S+\/start#\S+)/.exec(said)?.[1],
    async close() {
      server.removeAllListeners("exit");
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// SLOW=8: a browser an eighth as fast, as on an old phone. A journey that only holds on a fast one waits for the wrong thing.
const { SLOW: slow, PATIENCE: patience = "15000" } = process.env;

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

/** A form asks for these itself, and a page knows what there is to choose; a person is never told of them. */
const misread = /^(json\.|http\.(choice|content_type|header|idempotency_key|method|query|request)$)/;

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
  page.setDefaultTimeout(Number(patience));
  if (slow) {
    const wire = await context.newCDPSession(page);
    await wire.send("Emulation.setCPUThrottlingRate", { rate: Number(slow) });
  }
  watch(page);
  const troubles = [];
  const expected = [];
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    const said = `${message.type()}: ${message.text()} ${message.location().url}`;
    if (!expected.some((one) => one.test(said))) troubles.push(said);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("response", async (answer) => {
    if (answer.status() !== 400) return;
    const { code, field } = await answer.json().catch(() => ({}));
    const said = `misread: ${code} ${field} ${answer.request().method()} ${answer.url()}`;
    if (misread.test(code) && !expected.some((one) => one.test(said))) troubles.push(said);
  });
  return {
    page,
    context,
    expect: (words) => expected.push(words),
    go: (path) => page.goto(house.address + path),
    calm: () => assert.deepEqual(troubles, []),
    leave: () => context.close(),
  };
}

const fjord = {
  org_number: "999999999",
  name: "Fjord Rør AS",
  account: "12345678903",
  email: "faktura@fjordror.example",
  address: { street: "Prøvekaien 5", postal_code: "5003", place: "Bergen" },
};

/** Who the owner of a house is that `settle` has made. */
export const lise = { name: "Lise Mønster", email: "lise@fjordror.example", password: "blid fjellrev tar toget" };

/** The installation is this person's from now on, with its first creditor when `creditor`; without the forms. */
export async function settle(house, { context }, { creditor = true } = {}) {
  const post = async (path, data) => {
    const headers = { "Frist-Request": "1", "Idempotency-Key": `settle ${path}` };
    const answer = await context.request.post(`${house.address}/api${path}`, { headers, data });
    assert.ok(answer.ok(), await answer.text());
  };
  await post("/setup", { token: house.link.split("#")[1], ...lise });
  if (creditor) await post("/creditors", fjord);
}

const fetching = new WeakMap();
/** Keeps what a page has asked for and not got yet: data, and parts of the program that are loaded on their own. */
function watch(page) {
  const open = new Set();
  const fetched = new Set(["fetch", "xhr", "script", "stylesheet"]);
  page.on("request", (one) => fetched.has(one.resourceType()) && open.add(one));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (one) => open.delete(one));
  fetching.set(page, open);
}

const turn = async () => {
  // What has been answered is drawn by tasks and frames of its own, and there is a page only when it has its name.
  const idle = () => new Promise((next) => requestIdleCallback(next, { timeout: 1000 }));
  for (let n = 0; n < 3; n++) await idle().then(() => new Promise((next) => requestAnimationFrame(next)));
  const ending = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((one) => one.finished.catch(() => {})));
  // Parts of the program that are on their way: React itself knows, and shows them only when its own while is over.
  const root = document.getElementById("root");
  const key = Object.keys(root).find((name) => name.startsWith("__reactContainer$"));
  const waits = (fiber) => {
    for (let one = fiber; one; one = one.sibling)
      if ((one.tag === 13 && one.memoizedState !== null) || waits(one.child)) return true;
    return false;
  };
  if (!key || waits(root[key].stateNode.current)) return false;
  return document.querySelector("h1") !== null && !document.querySelector('[aria-busy="true"], [role="progressbar"]');
};

/**
 * Waits until a page is still: all that it asked for is here and drawn, nothing says that it is busy, and nothing fades.
 * What is read then is what goes on to stand there.
 */
export async function still(page) {
  const open = fetching.get(page);
  await holds(async () => {
    // A page that is left meanwhile is another.
    const drawn = await page.evaluate(turn).catch((fault) => assert.match(fault.message, /context was destroyed/));
    assert.ok(drawn && open.size === 0, `the page is not still: ${[...open].map((one) => one.url())}`);
  });
}

/** Waits until what is checked holds, for what a page cannot be asked to wait for. */
export async function holds(check) {
  for (const end = Date.now() + Number(patience); ; await new Promise((next) => setTimeout(next, 20)))
    try {
      return await check();
    } catch (fault) {
      if (!(fault instanceof assert.AssertionError) || Date.now() > end) throw fault;
    }
}

const wires = new WeakMap();
/** The browser's own interface to a page, one for all that asks: a second one that ends takes authenticators along. */
export async function wire(page) {
  if (!wires.has(page)) wires.set(page, page.context().newCDPSession(page));
  return wires.get(page);
}

/** What axe finds on the page when it is still, in words. */
export async function findings(page) {
  await still(page);
  await (await wire(page)).send("Runtime.evaluate", { expression: axe });
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run();
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

/** The same in the light and in the dark, as the page stands. */
export async function findingsInBoth(page) {
  const found = await findings(page);
  const root = page.locator("html");
  const scheme = await root.getAttribute("data-mantine-color-scheme");
  const set = (to) => root.evaluate((html, value) => html.setAttribute("data-mantine-color-scheme", value), to);
  await set(scheme === "dark" ? "light" : "dark");
  found.push(...(await findings(page)).map((one) => `the other scheme: ${one}`));
  await set(scheme);
  return found;
}

/** A picture of the page as it stands, on a desk and on a phone, when PICTURES is set. */
export async function picture(page, name, { show } = {}) {
  if (!process.env.PICTURES) return;
  mkdirSync(here("pictures"), { recursive: true });
  const desk = page.viewportSize();
  for (const [width, height] of [
    [1280, 860],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    await still(page);
    await show?.scrollIntoViewIfNeeded();
    await page.screenshot({ path: here(`pictures/${name}-${width}-light.png`) });
  }
  await page.setViewportSize(desk);
  await still(page);
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
