// What the numbers say: a report from the menu, its days and parts in the address, every figure down to its case, a past
// day, the file that holds what the screen shows, and the forecast beside what came.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, still } from "./house.mjs";
import { workbook } from "./workbook.mjs";

const fjord = "/999999999";
const practice = "/999999905";
const tall = "988077917";
let house;
let me;
let asks = 0;
const ask = async (method, path, data, more) => {
  asks += 1;
  const headers = { "Frist-Request": "1", "Idempotency-Key": `reports ${asks}`, ...more };
  const options = { method, headers, timeout: 120_000, ...(data ? { data } : {}) };
  const answer = await me.context.request.fetch(`${house.address}/api${path}`, options);
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
  return answer.json();
};
const report = (name, words = "") => ask("GET", `/creditors${fjord}/reports/${name}?language=nb&${words}`);

before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-22" });
  me = await person(house, { demo: true });
  // A second creditor, with one case.
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
  // Invented cases that pay now and then for ten weeks, so that a forecast is held against what came.
  await ask("POST", "/practice");
  for (let week = 0; week < 10; week += 1) {
    await ask("POST", `/creditors${practice}/practice/days`, { days: 7 });
    const { rows } = await ask("GET", `/creditors${practice}/cases?limit=100&status=going`);
    for (const row of rows.slice(0, week % 3)) {
      const amount = week % 2 ? row.open : (Number(row.open) / 2).toFixed(2);
      await ask("POST", `/creditors${practice}/cases/${row.case}/payments`, { amount });
    }
  }
});
after(async () => {
  await me?.leave();
  await closeBrowser();
  await house?.close();
});

const ore = (text) =>
  BigInt(
    String(text)
      .replace(/[^\d\u2212-]/g, "")
      .replace("\u2212", "-"),
  );
const shown = (text) => text.replaceAll("\u00a0", " ").trim();
/** The cells of the row of sums, by the heads of their columns. */
async function sums(page) {
  await still(page);
  const heads = (await page.getByRole("columnheader").allInnerTexts()).map(shown);
  const cells = (await page.locator("tfoot td").allInnerTexts()).map(shown);
  return Object.fromEntries(heads.map((head, n) => [head, cells[n]]));
}
const pill = (page, name) => page.getByRole("button", { name: new RegExp(`^Filtrer på ${name}`) });

test("a report is found in the menu, its days are chosen, and a figure leads to its lines and to the case", async () => {
  const { page } = me;
  await me.go(fjord);
  await page.getByRole("navigation", { name: "Hovedmeny" }).getByRole("link", { name: "Rapporter" }).click();
  await page.getByRole("region", { name: "Risiko" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapporter");
  await page.getByRole("link", { name: "Krevd, betalt og utestående" }).click();
  await page.getByRole("heading", { level: 1, name: "Krevd, betalt og utestående" }).waitFor();
  await page.getByRole("heading", { name: "Hva tallene sier" }).waitFor();
  await page.getByText("fra 1. januar 2026 til 22. april 2026").waitFor();
  await pill(page, "Periode").click();
  await page.getByRole("radio", { name: "Forrige måned" }).click();
  await page.waitForURL(/periode=forrige-maned/);
  await page.getByText("fra 1. mars 2026 til 31. mars 2026").waitFor();
  const march = await report("account", "from=2026-03-01&to=2026-03-31");
  const seen = await sums(page);
  assert.equal(ore(seen["Betalt kr"]), ore(march.sum.paid));
  assert.equal(ore(seen["Utestående kr"]), ore(march.sum.outstanding));
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-krevd");

  // With the keyboard: the lines of a figure add up to it, and each leads to its case.
  const figure = page.getByRole("row", { name: /^Hovedstol/ }).getByRole("link", { name: /: Betalt, Hovedstol/ });
  const value = ore(await figure.innerText());
  await figure.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Bak tallet: Betalt" });
  await sheet.getByText(/linjer, det er alle\.$/).waitFor();
  const lines = (await sheet.getByRole("listitem").locator("b").allInnerTexts()).map(ore);
  assert.ok(lines.length > 1);
  assert.equal(
    lines.reduce((a, b) => a + b, 0n),
    value,
  );
  assert.deepEqual(await findingsInBoth(page), []);
  const address = page.url();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.locator("a:focus").and(figure).waitFor();
  await page.keyboard.press("Enter");
  await sheet.getByText(/linjer, det er alle\.$/).waitFor();
  await picture(page, "rapport-linjer");
  const line = sheet.getByRole("link", { name: /^Sak 1, / }).first();
  await line.click();
  await page.waitForURL(/\/saker\/1$/);
  await page.getByRole("heading", { level: 1, name: /^1 / }).waitFor();
  await page.goBack();
  await line.waitFor();
  assert.equal(page.url(), address);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.waitForURL((url) => !url.searchParams.has("kol"));
  assert.match(page.url(), /periode=forrige-maned/);
  // A link to it opens it, wherever it is opened.
  await page.goto(address);
  await sheet.getByText(/linjer, det er alle\.$/).waitFor();
  await sheet.getByRole("button", { name: "Lukk" }).click();
  await sheet.waitFor({ state: "hidden" });
  me.calm();
});

test("as of a past day the report says what it said then", async () => {
  const { page } = me;
  await me.go(`${fjord}/rapporter/ageing`);
  await page.getByRole("table", { name: "Aldersfordeling" }).waitFor();
  const now = await sums(page);
  await page.getByRole("button", { name: "Kjent per 22. april 2026. Velg en annen dag" }).click();
  await page.getByRole("button", { name: /^15\.? april 2026/ }).click();
  await page.waitForURL(/per=2026-04-15/);
  await page.getByText("Slik det var kjent 15. april 2026").waitFor();
  const then = await sums(page);
  const told = await report("ageing", "as_of=2026-04-15");
  assert.equal(ore(then["Sum kr"]), ore(told.sum.total));
  assert.notEqual(then["Sum kr"], now["Sum kr"]);
  await page.getByRole("button", { name: /^Kjent per 15\. april/ }).click();
  await page.getByRole("button", { name: "Slik det er kjent i dag" }).click();
  await page.waitForURL((url) => !url.searchParams.has("per"));
  await holdsSum(page, now["Sum kr"]);
  me.calm();
});

const holdsSum = async (page, sum) => page.locator("tfoot").getByText(sum, { exact: true }).waitFor();

test("it is parted, narrowed and put in order, and nothing says why", async () => {
  const { page } = me;
  await me.go(`${fjord}/rapporter/cases`);
  const table = page.getByRole("table", { name: "Alle saker" });
  await table.waitFor();
  await page.getByRole("columnheader", { name: "Utestående kr" }).getByRole("button").click();
  await page.waitForURL(/sorter=outstanding/);
  await still(page);
  const open = (await table.locator("tbody td:last-child").allInnerTexts()).map(ore);
  assert.ok(open.length > 5);
  assert.deepEqual(
    open,
    [...open].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  await page.getByRole("link", { name: "Testbygg AS", exact: true }).waitFor();
  await pill(page, "Delt etter").click();
  for (const name of ["Sak (1)", "Kunde (1)", "Status (1)"]) await page.getByRole("checkbox", { name }).click();
  await page.waitForURL(/delt=step/);
  await page.keyboard.press("Escape");
  await page.getByRole("img", { name: /^Stolper\. Utestående etter steg: / }).waitFor();
  await pill(page, "Status").click();
  await page.getByRole("checkbox", { name: "Betalt" }).click();
  await page.keyboard.press("Escape");
  await page.waitForURL(/status=paid/);
  const paid = await report("cases", "by=step&status=paid");
  await holdsSum(page, String(paid.sum.cases));
  await pill(page, "Kunde").first().click();
  await page.getByLabel("Navn eller kundenummer").fill("testbygg");
  await page.getByRole("radio", { name: /^Testbygg AS/ }).click();
  await page.waitForURL(/kunde=\d/);
  await page.getByRole("heading", { name: "Ingenting passer filteret" }).waitFor();
  await page.getByRole("button", { name: "Filtrer på Kunde Testbygg AS" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-tom");
  await page.getByRole("button", { name: "Fjern alle filtre" }).last().click();
  await page.waitForURL((url) => !url.searchParams.has("kunde") && url.searchParams.get("delt") === "step");
  await me.go(`${fjord}/rapporter/vat`);
  await page.getByRole("heading", { name: "Ingen mva. å vise" }).waitFor();
  me.calm();
});

test("the file holds what the screen shows, in four forms", async () => {
  const { page } = me;
  await me.go(`${fjord}/rapporter/payments?periode=alt&delt=month,customer`);
  await page.getByRole("table", { name: "Betalinger" }).waitFor();
  const seen = await sums(page);
  const rows = await page.locator("tbody tr").count();
  const taken = async (item) => {
    await page.getByRole("button", { name: "Eksporter" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: item }).click(),
    ]);
    await still(page);
    return file;
  };
  const book = await taken("Excel-bok (XLSX)");
  assert.equal(book.suggestedFilename(), "betalinger-2026-04-22.xlsx");
  const [sheet, about] = workbook(await book.path());
  const at = sheet[0].indexOf("Betalt");
  assert.equal(sheet.length, rows + 2);
  assert.equal(BigInt(Math.round(sheet.at(-1)[at].value * 100)), ore(seen["Betalt kr"]));
  assert.ok(about.flat().some((cell) => String(cell).startsWith("Betalinger som er ført på en sak")));
  const csv = readFileSync(await (await taken("Til regneark (CSV)")).path(), "utf8");
  assert.match(csv, /Kari Prøve/);
  const json = JSON.parse(readFileSync(await (await taken("Til andre programmer (JSON)")).path(), "utf8"));
  assert.ok(JSON.stringify(json).includes("10222.11"));
  const paper = readFileSync(await (await taken("På papir (PDF)")).path());
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");

  // What the printer gets from the page itself: the definition and the whole table, without what one presses.
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Eksporter" }).isVisible(), false);
  assert.equal(await pill(page, "Periode").isVisible(), false);
  assert.equal(await page.getByRole("navigation", { name: "Hovedmeny" }).isVisible(), false);
  assert.equal(await page.getByText("Betalinger som er ført på en sak").isVisible(), true);
  await page.emulateMedia({ media: "screen" });
  me.calm();
});

test("a picture has its words, and the forecast says how often it held", async () => {
  const { page } = me;
  await me.go(`${practice}/rapporter/payments`);
  const drawing = page.getByRole("img", { name: /^Stolper\. Betalt etter måned: / });
  await drawing.waitFor();
  await still(page);
  const words = shown(await drawing.getAttribute("aria-label"));
  for (const row of await page.locator("tbody tr").all()) {
    const [month, , paid] = (await row.locator("td").allInnerTexts()).map(shown);
    assert.ok(words.includes(`${month}: ${paid}`), `${month}: ${paid} | ${words}`);
  }
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-betalinger");
  await page.getByRole("button", { name: "Vis et annet tall: Betalt" }).click();
  await page.getByRole("menuitem", { name: "Gebyrer" }).click();
  await page.getByRole("img", { name: /^Stolper\. Gebyrer etter måned: / }).waitFor();

  await me.go(`${practice}/rapporter/forecast`);
  const weeks = page.getByRole("img", { name: /^Uke for uke\. Fra .* kom, og det holdt.* mellom / });
  await weeks.waitFor();
  const { sum } = await ask("GET", `/creditors${practice}/reports/score?language=nb&from=2025-07-01`);
  assert.ok(sum.weeks > 3, JSON.stringify(sum));
  await page.getByText(`80 %-intervallet holdt i ${sum.held} av ${sum.weeks} uker`).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-prognose");
  await page.getByRole("link", { name: "Se uke for uke" }).click();
  await page.getByRole("heading", { level: 1, name: "Prognosen og det som kom" }).waitFor();
  assert.equal(Number((await sums(page)).Holdt), sum.held);
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-treff");
  for (const name of [
    "ageing",
    "solution",
    "losses",
    "books",
    "limitation",
    "income",
    "letters",
    "days",
    "write_offs",
  ]) {
    await me.go(`${practice}/rapporter/${name}`);
    await page.getByRole("heading", { name: "Hva tallene sier" }).waitFor();
    assert.deepEqual(await findingsInBoth(page), [], name);
    if (["ageing", "solution"].includes(name))
      await picture(page, `rapport-${name === "ageing" ? "alder" : "losning"}`);
  }
  me.calm();
});

test("what people did by hand is counted with its minutes, down to the case, and last month’s stands by the rules", async () => {
  const { page } = me;
  const { sum } = await report("work");
  await me.go(`${fjord}/rapporter`);
  await page.getByRole("region", { name: "Arbeid" }).getByRole("link", { name: "Arbeid for hånd" }).click();
  await page.getByText("Minutter er anslått av klokkeslettene i loggen, i hele minutter").waitFor();
  const told = await sums(page);
  assert.deepEqual([Number(told.Handlinger), Number(told["Uten en hånd"])], [sum.acts, sum.untouched]);
  assert.deepEqual(await findingsInBoth(page), []);
  await me.go(`${practice}/rapporter/work?delt=act`);
  const acts = await ask("GET", `/creditors${practice}/reports/work?language=nb&by=act`);
  const paid = acts.rows.find((row) => row.row === "payment-register").figures;
  assert.ok(paid.acts > 0 && paid.exceptions === paid.acts && paid.minutes > 0);
  await page.getByRole("link", { name: `${paid.acts}: Unntak, Registrerte en innbetaling` }).click();
  const sheet = page.getByRole("dialog", { name: "Bak tallet: Unntak" });
  await sheet
    .getByRole("link", { name: /^Sak \d+, / })
    .first()
    .waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-arbeid-linjer");
  await page.keyboard.press("Escape");
  await picture(page, "rapport-arbeid");
  await me.go(`${fjord}/innstillinger/automatikk`);
  await page.getByText(/^I mars 2026: 0 klikk for hånd, 0 minutter på unntak\./).waitFor();
  await picture(page, "automatikk-for-hand");
  assert.deepEqual(await findingsInBoth(page), []);
  await page.getByRole("link", { name: "Se hva som ble gjort" }).click();
  await page.getByRole("heading", { level: 1, name: "Arbeid for hånd" }).waitFor();
  me.calm();
});

test("every creditor side by side, and the way to each one's own", async () => {
  const { page } = me;
  await me.go(`${fjord}/rapporter/account?periode=alt`);
  await page.getByRole("link", { name: "Alle kreditorer" }).click();
  await page.waitForURL(/hos=alle/);
  const other = page.getByRole("link", { name: "Tall og Orden AS" });
  await other.waitFor();
  const all = await ask("GET", "/reports/account?language=nb");
  assert.equal(all.rows.length, 2);
  assert.equal(ore((await sums(page))["Utestående kr"]), ore(all.sum.outstanding));
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "rapport-alle");
  await other.click();
  await page.waitForURL(new RegExp(`/${tall}/rapporter/account\\?periode=alt$`));
  await page.getByRole("row", { name: /^Hovedstol/ }).waitFor();
  me.calm();
});

test("the palette leads there, with an article beside the page", async () => {
  const { page } = me;
  await me.go(fjord);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Søk og gå" }).fill("rapporter");
  await page.getByRole("option", { name: "Rapporter" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/rapporter$/);
  await page.getByRole("region", { name: "Penger" }).waitFor();
  await page.getByRole("button", { name: "Hjelp" }).click();
  await page.getByRole("menuitem", { name: "Hjelp til denne siden" }).click();
  await page.getByRole("dialog", { name: "Rapporter" }).waitFor();
  me.calm();
});

for (const width of [390, 320])
  test(`on a phone the sums come first, and nothing is wider than the page: ${width} px`, async () => {
    const phone = await person(house, { demo: true, width, scheme: "dark" });
    const { page } = phone;
    for (const path of [
      "",
      "/account?periode=alt",
      "/cases",
      "/payments?periode=alt",
      "/ageing",
      "/account?hos=alle",
    ]) {
      await phone.go(`${fjord}/rapporter${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      assert.deepEqual(await findingsInBoth(page), [], path);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
    }
    await phone.go(`${fjord}/rapporter/account?periode=alt`);
    await page.getByRole("link", { name: /: Betalt, alle rader/ }).click();
    await page
      .getByRole("dialog", { name: "Bak tallet: Betalt" })
      .getByText(/det er alle\.$/)
      .waitFor();
    assert.deepEqual(await findingsInBoth(page), []);
    phone.calm();
    await phone.leave();
  });
