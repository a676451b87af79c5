// Every table is narrowed, sorted and taken along as a file that says what the screen says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { demoHouse, findingsInBoth, person, picture, still } from "./house.mjs";
import { workbook } from "./workbook.mjs";

const demo = demoHouse();
const at = "/999999999";

/** The list as a file, from the menu of the page: its bytes. */
async function exported(page, item) {
  await still(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: "Eksporter" })
      .first()
      .click()
      .then(() => page.getByRole("menuitem", { name: item }).click()),
  ]);
  return readFileSync(await download.path());
}

/** The same for a workbook: its sheets. */
async function book(page, within = page) {
  await still(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    within
      .getByRole("button", { name: /^Eksporter/ })
      .first()
      .click()
      .then(() => page.getByRole("menuitem", { name: "Excel-bok (XLSX)" }).click()),
  ]);
  return workbook(await download.path());
}
const ore = (text) => Number(text.replace(/[^\d]/g, ""));

/** The lines of a CSV file, without its mark, each as its cells. */
const linesOf = (bytes) =>
  bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(";"));

test("customers are filtered, all put in a group, put back, and the file is what the screen shows", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/skyldnere`);
  const table = page.getByRole("table", { name: "Skyldnere" });
  await table.waitFor();
  await page.getByRole("button", { name: "Filtrer på Saker" }).click();
  await page.getByRole("checkbox", { name: "i gang" }).click();
  await page.keyboard.press("Escape");
  await page.waitForURL(/saker=i-gang/);
  await page.getByRole("button", { name: "Utestående kr" }).click();
  await page.waitForURL(/sorter=open/);
  await still(page);
  const all = page.getByRole("checkbox", { name: /^Velg alle \d+ som passer/ });
  const count = Number(/\d+/.exec(await all.getAttribute("aria-label"))[0]);
  assert.ok(count > 1);
  await all.click();
  await page.getByText(`${count} skyldnere valgt`).waitFor();
  await page.getByRole("button", { name: "Sett gruppe …" }).click();
  const dialog = page.getByRole("dialog", { name: `Kundegruppe for ${count} skyldnere` });
  await dialog.getByRole("combobox", { name: "Kundegruppe" }).fill("Faste kunder");
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "skyldnere-gruppe");
  await dialog.getByRole("button", { name: "Sett gruppen" }).click();
  await page.getByText(`${count} skyldnere er nå i Faste kunder`).waitFor();
  await page.getByRole("link", { name: "Filtrer på Kundegruppe Faste kunder" }).first().waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page.getByText("Alle er tilbake i gruppene de hadde").waitFor();
  await page.getByRole("link", { name: "Filtrer på Kundegruppe Faste kunder" }).first().waitFor({ state: "hidden" });

  // Two of them, by the keyboard.
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("2 skyldnere valgt").waitFor();
  await page.getByRole("button", { name: "Sett gruppe …" }).click();
  const two = page.getByRole("dialog", { name: "Kundegruppe for 2 skyldnere" });
  await two.getByRole("combobox", { name: "Kundegruppe" }).fill("Faste kunder");
  await two.getByRole("button", { name: "Sett gruppen" }).click();
  await page.getByText("2 skyldnere er nå i Faste kunder").waitFor();
  await page.getByRole("link", { name: "Filtrer på Kundegruppe Faste kunder" }).first().click();
  await page.waitForURL(/gruppe=Faste/);
  await page.getByText("2 skyldnere", { exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("tbody tr[aria-rowindex]").length === 2);
  assert.deepEqual(await findingsInBoth(page), []);
  const names = await table.locator("tbody td:nth-child(2) a").allInnerTexts();
  const lines = linesOf(await exported(page, "Til regneark (CSV)"));
  assert.deepEqual(
    lines.slice(1, 1 + names.length).map(([name]) => name),
    names,
  );
  const group = lines[0].indexOf("Kundegruppe");
  assert.deepEqual([lines[1][group], lines[2][group]], ["Faste kunder", "Faste kunder"]);

  // The same group narrows the cases, its column is there when one asks for it, and is in the file.
  await me.go(`${at}/saker`);
  await page.getByRole("table", { name: "Saker" }).waitFor();
  await page.getByRole("button", { name: "Filtrer på Kundegruppe" }).click();
  await page.getByRole("checkbox", { name: "Faste kunder (2)" }).click();
  await page.waitForURL(/gruppe=Faste/);
  await page.getByRole("button", { name: "Kolonner" }).click();
  await page.getByRole("checkbox", { name: "Kundegruppe" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "Kundegruppe" }).waitFor();
  const cases = linesOf(await exported(page, "Til regneark (CSV)"));
  assert.ok(cases[0].includes("Kundegruppe"));
  assert.equal(cases[1][cases[0].indexOf("Kundegruppe")], "Faste kunder");
  await page.getByRole("button", { name: "Fjern filteret Kundegruppe" }).click();
  await page.waitForURL((url) => !url.search.includes("gruppe"));
  await me.go(`${at}/reskontro?gruppe=Faste+kunder`);
  await page.getByRole("button", { name: "Filtrer på Kundegruppe Faste kunder" }).waitFor();
  me.calm();
  await me.leave();
});

test("letters are searched, sorted and taken along with their reasons; numbers are numbers", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/utskrift?vis=kommer`);
  const table = page.getByRole("table", { name: "Kommer" });
  await table.waitFor();
  await still(page);
  const all = await table.locator("tbody tr").count();
  assert.ok(all > 0);
  await page.getByRole("columnheader", { name: "Gebyr kr" }).getByRole("button").click();
  await page.waitForURL(/sorter=fee/);
  await still(page);
  const cells = (n) => table.locator(`tbody td:nth-child(${n})`).allInnerTexts();
  const fees = (await cells(5)).map(ore);
  assert.deepEqual(
    fees,
    [...fees].sort((a, b) => a - b),
  );
  assert.deepEqual(await findingsInBoth(page), []);
  const [sheet, about] = await book(page);
  assert.deepEqual(sheet[0], ["Dato", "Sak", "Skyldner", "Brev", "Gebyr kr", "Begrunnelse"]);
  const rows = sheet.slice(1, -1);
  assert.deepEqual(
    rows.map((row) => row[2]),
    await cells(3),
  );
  assert.deepEqual(
    rows.map((row) => (row[4] === "" ? 0 : Math.round(row[4] * 100))),
    fees,
  );
  for (const row of rows) assert.equal(typeof row[1], "number");
  for (const row of rows) assert.match(row[5], /\(.+\)/);
  const sum = sheet.at(-1).find((cell) => typeof cell === "object");
  assert.equal(
    Math.round(sum.value * 100),
    fees.reduce((a, b) => a + b, 0),
  );
  assert.ok(about.some(([name, value]) => name === "Adresse" && /sorter=fee/.test(value)));
  // One kind of them, by the filter.
  await page.getByRole("button", { name: "Filtrer på Brev" }).click();
  await page.getByRole("checkbox").first().click();
  await page.keyboard.press("Escape");
  await page.waitForURL(/brev=/);
  const [some, ofThem] = await book(page);
  assert.equal(some.length - 2, await table.locator("tbody tr").count());
  assert.ok(ofThem.some(([name]) => name === "Brev"));
  me.calm();
  await me.leave();
});

test("payments, decisions, the dry run, a balance and the log are tables like the others", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/innbetalinger`);
  await page.getByRole("table").waitFor();
  const [waiting] = await book(page);
  assert.equal(waiting.length - 2, await page.locator("tbody tr").count());

  await me.go(`${at}/saker/3`);
  const balance = page.getByRole("region", { name: "Saldo" });
  await balance.getByRole("button", { name: /^Eksporter/ }).waitFor();
  const [sums] = await book(page, balance);
  const sum = sums.at(-1).find((cell) => typeof cell === "object");
  const total = await balance.locator("p", { hasText: / kr$/ }).first().innerText();
  assert.equal(Math.round(sum.value * 100), ore(total));

  await me.go(`${at}/beslutninger`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await me.go(`${at}/lop/provekjoring?kjor=ja`);
  const happens = page.getByRole("searchbox", { name: "Skyldner, faktura eller grunn" }).first();
  await happens.waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  const [days] = await book(page);
  assert.ok(days.length > 2 && days[0].includes("Skyldner"));
  await happens.fill("testbygg");
  await page.waitForURL(/sok=testbygg/);
  const [found] = await book(page);
  assert.ok(found.length > 2 && found.length < days.length);
  for (const row of found.slice(1, -1)) assert.match(row.join(" "), /Testbygg/i);

  await me.go(`${at}/innstillinger/logg`);
  await page.getByRole("table").waitFor();
  await page.getByRole("searchbox").fill("eksporterte");
  await page.waitForURL(/sok=eksporterte/);
  await page.getByText("Eksporterte en liste").first().waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  const [log] = await book(page);
  assert.ok(log.slice(1).every((row) => row.includes("Eksporterte en liste")));
  me.calm();
  await me.leave();
});
