// Cases as a file: all that were closed in a year by five presses, the columns that follow the person, an export that is
// saved and made by itself, and what came of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { closeBrowser, findingsInBoth, holds, openHouse, person, picture, still } from "./house.mjs";
import { workbook } from "./workbook.mjs";

const program = process.env.FRIST ?? fileURLToPath(new URL("../../build/dev/frist", import.meta.url));
const fjord = "999999999";
const tall = "988077917";
const at = `/${fjord}/eksport`;
let house;
let me;
let asks = 0;
const ask = async (method, path, data, more) => {
  asks += 1;
  const headers = { "Frist-Request": "1", "Idempotency-Key": `exports ${asks}`, ...more };
  const answer = await me.context.request.fetch(`${house.address}/api${path}`, {
    method,
    headers,
    ...(data ? { data } : {}),
  });
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
  return answer.json();
};

before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-22" });
  me = await person(house, { demo: true });
  await ask("POST", "/creditors", {
    org_number: tall,
    name: "Tall og Orden AS",
    account: "12345678903",
    address: { street: "Prøvegata 1", postal_code: "9999", place: "Utopia" },
  });
  const list = [
    "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp",
    "1;Lun Havørn;privat;Prøveveien 1;5003;Bergen;F1;02.03.2026;16.03.2026;1 000,00",
  ];
  await ask("POST", `/creditors/${tall}/ledger/import`, Buffer.from(list.join("\n")), {
    "Content-Type": "text/csv",
    "Frist-File-Name": "liste.csv",
  });
  await ask("POST", `/creditors/${tall}/starts`, { all: true });
});
after(async () => {
  await me?.leave();
  await closeBrowser();
  await house?.close();
});

/** The file that comes when `press` has been pressed. */
async function taken(press) {
  const { page } = me;
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  await page.getByText(/er lastet ned med|Ingen saker passer/).waitFor();
  await still(page);
  return file;
}
const begin = async (words = "") => {
  await me.go(at + words);
  await me.page.getByRole("heading", { name: "Kreditor" }).waitFor();
  await still(me.page);
};
const download = () => me.page.getByRole("button", { name: "Last ned", exact: true }).last();

test("all closed cases of a year by five presses, and exactly those", async () => {
  const { page } = me;
  await begin();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport");
  let presses = 0;
  const press = async (what) => {
    presses += 1;
    await what;
  };
  await press(page.getByRole("radio", { name: "Alle 2 kreditorer" }).click());
  await press(page.getByRole("radio", { name: "Avsluttede" }).click());
  assert.equal(await page.getByRole("radio", { name: "Avsluttet", exact: true }).isChecked(), true);
  // A list that folds is opened by one press, and answered by another.
  presses += 1;
  await press(page.getByLabel("Når?").selectOption("2026"));
  await page.getByText("Avsluttede saker hos alle kreditorene dine, avsluttet i 2026.").waitFor();
  const book = await taken(() => press(download().click()));
  assert.ok(presses <= 5, `${presses} presses`);
  assert.equal(book.suggestedFilename(), "Avsluttede saker 2026.xlsx");
  const closed = (await ask("GET", `/creditors/${fjord}/cases?tab=closed&limit=100`)).rows;
  assert.ok(closed.length > 0);
  const [[heads, ...rows]] = workbook(await book.path());
  const column = heads.indexOf("Sak");
  const numbers = rows.map((row) => row[column]).filter((cell) => typeof cell === "number");
  assert.deepEqual(numbers.sort(), closed.map((row) => row.case).sort());
  await page.getByText(`er lastet ned med ${closed.length} sak`).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport-ferdig");
  // Reload loses nothing, and does not bring the file a second time.
  await page.reload();
  await page.getByText("Filen er klar.").waitFor();
  assert.equal(await page.getByLabel("Når?").inputValue(), "2026");
  me.calm();
});

test("columns are picked and moved by the keyboard, and stand so the next time", async () => {
  const { page } = me;
  await begin();
  await page.getByRole("button", { name: "Velg kolonner og rekkefølge" }).click();
  await page.getByRole("checkbox", { name: "Velg alle" }).click();
  for (const name of ["Sak", "Navn", "Åpent i alt"]) await page.getByRole("checkbox", { name, exact: true }).click();
  const order = page.getByRole("list", { name: "Rekkefølgen i filen" });
  await order.getByRole("button", { name: "Åpent i alt", exact: true }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  const standing = async (expected) =>
    holds(async () =>
      assert.deepEqual(
        (await order.getByRole("listitem").allInnerTexts()).map((one) => one.replace(/^\d+\s*/, "")),
        expected,
      ),
    );
  await standing(["Åpent i alt", "Sak", "Navn"]);
  await order.getByRole("button", { name: "Flytt Sak ned" }).click();
  await standing(["Åpent i alt", "Navn", "Sak"]);
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport-kolonner", { show: order });
  await still(page);
  await begin();
  await page.getByText("3 av 47 kolonner").first().waitFor();
  await page.getByRole("radio", { name: "CSV" }).click();
  await page.getByLabel("Filnavn").fill("Alt hos oss");
  const csv = await taken(() => download().click());
  assert.equal(csv.suggestedFilename(), "Alt hos oss.csv");
  const lines = readFileSync(await csv.path(), "utf8")
    .replace("\ufeff", "")
    .split("\r\n")
    .filter(Boolean);
  assert.equal(lines[0], "Åpent i alt;Navn;Sak");
  const { count } = await ask("GET", `/creditors/${fjord}/cases?limit=1`);
  assert.ok(lines.length - 1 >= count);
  await page.getByRole("radio", { name: "Excel-bok (XLSX)" }).click();
  me.calm();
});

test("what is wrong is said at its field, and what was typed stays", async () => {
  const { page } = me;
  await begin();
  await page.getByLabel("Når?").selectOption("days");
  await page.getByLabel("Fra og med", { exact: true }).fill("31.02.2026");
  await page.getByLabel("Filnavn").fill("a/b");
  await download().click();
  await page.getByRole("alert").getByRole("link").nth(1).waitFor();
  assert.equal(await page.getByLabel("Filnavn").getAttribute("aria-invalid"), "true");
  assert.equal(await page.getByLabel("Filnavn").inputValue(), "a/b");
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport-feil");
  me.calm();
});

test("an export is saved, made by itself, changed, removed and back again", async () => {
  const { page } = me;
  await me.go(`${at}?fane=lagrede`);
  await page.getByRole("heading", { name: "Ingen lagrede eksporter ennå" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await begin("?saker=closed&naar=this_year");
  await page.getByRole("button", { name: "Lagre eksporten …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Navn på eksporten/).fill("Avsluttet i år");
  await dialog.getByRole("radio", { name: "Hver måned" }).click();
  await dialog.getByLabel("Dag i måneden").selectOption({ label: "Siste dag" });
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport-lagre");
  await dialog.getByRole("button", { name: "Lagre eksporten" }).click();
  await page.getByText("torsdag 30. april").waitFor();
  // One of another creditor, on a day that does not come before the other's.
  await ask("POST", "/exports", {
    name: "Hos Tall og Orden",
    ask: { creditors: [tall], form: "csv", name: "Tall og Orden", columns: ["case", "name"], language: "nb" },
    schedule: { every: "week", on: 5 },
  });
  try {
    execFileSync(program, ["--db", house.db, "--today", "2026-04-30", "night"], {
      stdio: "ignore",
      env: house.env,
    });
  } catch {
    // A case that waits for somebody is told by the exit code.
  }
  await me.go(`${at}?fane=lagrede`);
  await page.getByText("Laget 30.04.").waitFor();
  await page.getByText(/, avsluttet hittil i år\. /).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport-lagrede");
  const now = await taken(() => page.getByRole("button", { name: "Last ned nå: Avsluttet i år" }).click());
  assert.equal(now.suggestedFilename(), "Avsluttede saker hittil i år.xlsx");

  await me.go(`${at}?fane=filer`);
  const table = page.getByRole("table", { name: "Filer" });
  await table.waitFor();
  await still(page);
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "eksport-filer");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Last ned Avsluttede saker/ }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^Avsluttede saker hittil i år \d{4}-\d\d-\d\d\.xlsx$/);
  assert.ok(workbook(await file.path())[0].length > 1);

  await me.go(`${at}?fane=lagrede`);
  await page.getByRole("link", { name: "Endre Avsluttet i år" }).click();
  await page.getByText("Du endrer «Avsluttet i år».", { exact: false }).waitFor();
  assert.equal(await page.getByLabel("Når?").inputValue(), "this_year");
  await page.getByLabel("Når?").selectOption("last_month");
  await page.getByRole("button", { name: "Lagre endringene …" }).click();
  await dialog.getByRole("radio", { name: "Hver uke" }).click();
  await dialog.getByLabel("Ukedag").selectOption("5");
  await dialog.getByRole("button", { name: "Lagre endringene" }).click();
  await page.getByText("avsluttet forrige måned", { exact: false }).first().waitFor();
  await page.getByRole("button", { name: "Fjern Avsluttet i år" }).click();
  await page.getByText("Avsluttet i år er fjernet").waitFor();
  await page.getByRole("button", { name: "Fjern Avsluttet i år" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Angre" }).click();
  await page.getByRole("button", { name: "Fjern Avsluttet i år" }).waitFor();
  me.calm();
});

test("the palette leads there, with an article beside the page", async () => {
  const { page } = me;
  await me.go(`/${fjord}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Søk og gå" }).fill("eksport");
  await page.getByRole("option", { name: "Eksport" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/eksport/);
  await page.getByRole("heading", { name: "Kreditor" }).waitFor();
  await page.getByRole("button", { name: "Hjelp" }).click();
  await page.getByRole("menuitem", { name: "Hjelp til denne siden" }).click();
  await page.getByRole("dialog", { name: "Eksport" }).waitFor();
  me.calm();
});

for (const width of [390, 320])
  test(`on a phone nothing is wider than the page: ${width} px`, async () => {
    const phone = await person(house, { demo: true, width, scheme: "dark" });
    const { page } = phone;
    for (const words of ["", "?naar=days", "?fane=lagrede", "?fane=filer"]) {
      await phone.go(at + words);
      await page.getByRole("heading", { level: 1 }).waitFor();
      assert.deepEqual(await findingsInBoth(page), [], words);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), words);
    }
    await phone.go(at);
    await page.getByRole("button", { name: "Velg kolonner og rekkefølge" }).click();
    assert.deepEqual(await findingsInBoth(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    phone.calm();
    await phone.leave();
  });
