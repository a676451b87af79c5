// Every table is narrowed, sorted and taken along as a file that says what the screen says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { demoHouse, findingsInBoth, person, picture } from "./house.mjs";

const demo = demoHouse();
const at = "/999999999";

/** The list as a file, from the menu of the page: its bytes. */
async function exported(page, item) {
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
  await picture(page, "skyldnere");
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
