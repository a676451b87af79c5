// What an office does with many cases, in the demo: views that are kept and shared, one act for all that match and its
// undo, notes, and what starts by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { demoHouse, findings, holds, person, still } from "./house.mjs";

const demo = demoHouse();

const at = "/999999999";

test("a view is kept with its filter, has its count, and is there after the next login", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/saker?type=company`);
  await page.getByRole("table", { name: "Saker" }).waitFor();
  await page.getByRole("button", { name: "Visninger" }).click();
  await page.getByRole("menuitem", { name: /Størst først/ }).waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByRole("menuitem", { name: "Lagre visningen" }).click();
  await page.getByLabel("Navn på visningen").fill("Firmaene");
  await page.getByLabel("Del med kolleger").check();
  await page.getByRole("dialog").getByRole("button", { name: "Lagre" }).click();
  await page.getByRole("button", { name: "Firmaene" }).waitFor();

  const other = await person(demo.house, { demo: true });
  await other.go(`${at}/saker`);
  await other.page.getByRole("button", { name: "Visninger" }).click();
  const item = other.page.getByRole("menuitem", { name: /Firmaene/ });
  await holds(async () => assert.match(await item.innerText(), /\d/));
  await item.click();
  await other.page.waitForURL(/type=company/);
  await other.page.getByRole("button", { name: "Firmaene" }).click();
  await other.page.getByRole("menuitem", { name: "Fjern visningen «Firmaene»" }).click();
  await other.page.getByText("Visningen «Firmaene» er fjernet").waitFor();
  me.calm();
  other.calm();
  await me.leave();
  await other.leave();
});

test("all that match are put on hold, and undone", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/saker`);
  await page.getByRole("checkbox", { name: /Velg alle/ }).check();
  await page.getByRole("button", { name: "Sett på vent" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/kr utestående/).waitFor();
  assert.deepEqual(await findings(page), []);
  await dialog.getByRole("button", { name: "Sett på vent" }).click();
  await page.getByText(/saker: Sett på vent – utført/).waitFor();
  await page.getByRole("heading", { name: "Ingen saker pågår nå" }).waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page.getByRole("table", { name: "Saker" }).waitFor();
  me.calm();
  await me.leave();
});

test("a note is shown at once, taken back, and stands on the debtor", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/saker/3?vis=notater`);
  await page.getByLabel("Nytt notat").fill("Ringte. Betaler fredag.");
  await page.getByRole("button", { name: "Lagre notatet" }).click();
  await page.getByText("Ringte. Betaler fredag.").first().waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page.getByText(/^Strøket/).waitFor();
  await page.getByLabel("Nytt notat").fill("Vil ha delbetaling.");
  await page.getByRole("button", { name: "Lagre notatet" }).click();
  await page.getByRole("button", { name: /Stryk notatet fra/ }).waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByRole("link", { name: "Tidslinje" }).click();
  await page.getByText("Vil ha delbetaling.").waitFor();
  me.calm();
  await me.leave();
});

test("what starts by itself is set, with who lacks what, and the ledger says the rule", async () => {
  const me = await person(demo.house, { demo: true });
  me.expect(/status of 4\d\d/);
  const { page } = me;
  await me.go(`${at}/innstillinger/automatikk`);
  await page.getByRole("radio", { name: "Reskontro viser hva reglene ville startet" }).click();
  await page.getByLabel("Minst utestående").fill("100 000");
  await page.getByRole("button", { name: "Legg til stille dager" }).click();
  await page.getByLabel("Fra og med").fill("1.7.26");
  await page.getByLabel("Til og med").fill("31.7.26");
  await page.getByLabel("Grunn").fill("Fellesferie");
  assert.deepEqual(await findings(page), []);
  await page.getByRole("button", { name: "Lagre" }).click();
  const lacking = page.getByText("Noen kunder mangler det en sak trenger");
  await lacking
    .or(page.getByText(/^Reglene er lagret/))
    .first()
    .waitFor();
  if (await lacking.isVisible()) {
    await page.getByLabel("Hopp over kunder som mangler noe").click();
    await page.getByRole("button", { name: "Lagre" }).click();
  }
  await page.getByText(/^Reglene er lagret/).waitFor();
  await page
    .getByText(/Reskontro viser hva reglene ville startet$/)
    .last()
    .waitFor();
  await page.reload();
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some((one) => one.value === "Fellesferie"));
  me.calm();
  await me.leave();
});

test("a customer is put in a group, the list finds it, and the rules leave the group to a person", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/skyldnere`);
  await page.getByRole("link", { name: "Mønsterkafeen AS" }).click();
  await page.getByRole("button", { name: "Endre skyldneren" }).click();
  const dialog = page.getByRole("dialog", { name: "Endre skyldneren" });
  await dialog.getByRole("combobox", { name: "Kundegruppe" }).fill("Kafeer på Møre");
  assert.deepEqual(await findings(page), []);
  await dialog.getByRole("button", { name: "Lagre" }).click();
  await page.getByText("Kundegruppe: Kafeer på Møre").waitFor();

  await me.go(`${at}/skyldnere`);
  await page.getByRole("link", { name: "Filtrer på Kundegruppe Kafeer på Møre" }).click();
  await page.getByText("1 skyldner", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Kolonner" }).click();
  await page.getByRole("checkbox", { name: "Kundegruppe" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.getByRole("table", { name: "Skyldnere" }).waitFor();
  await still(page);
  assert.equal(await page.getByRole("columnheader", { name: "Kundegruppe" }).count(), 0);

  await me.go(`${at}/innstillinger/automatikk`);
  const groups = page.getByRole("group", { name: "Kundegrupper som aldri starter av seg selv" });
  await groups.getByRole("combobox", { name: "Kundegruppe" }).fill("kaf");
  await page.getByRole("option", { name: "Kafeer på Møre" }).click();
  await groups.getByRole("combobox", { name: "Kundegruppe" }).press("Enter");
  await groups.getByText("1 kunde", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByText(/^Reglene er lagret/).waitFor();
  await page.getByText("1 kundegruppe unntatt").waitFor();
  await groups.getByRole("link", { name: "Kafeer på Møre" }).click();
  await page.getByRole("link", { name: "Mønsterkafeen AS" }).click();
  await page.getByText("Kunder i gruppen Kafeer på Møre starter ikke av seg selv.").waitFor();
  me.calm();
  await me.leave();
});

test("an old ledger holds the letters when the creditor has set a limit, and it is told where one sets it", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  const limit = page.getByLabel("Reskontro høyst så mange timer gammel");
  await me.go(`${at}/innstillinger/automatikk`);
  await page.getByText("Reskontro: ingen grense").waitFor();
  await page.getByRole("link", { name: "Endre grensene" }).click();
  await limit.fill("48");
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByText("Lagret").waitFor();
  await me.go(at);
  await page.getByText(/Grensen er 48 timer, så ingen brev går ut/).waitFor();
  await me.go(`${at}/innstillinger/automatikk`);
  await page.getByText("Reskontro: høyst 48 timer gammel").waitFor();
  await page.getByText("For gammel: ingen brev går ut.").waitFor();
  assert.deepEqual(await findings(page), []);
  await me.go(`${at}/innstillinger`);
  await limit.fill("0");
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByText("Lagret").waitFor();
  me.calm();
  await me.leave();
});

test("a case has criteria of its own", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  await me.go(`${at}/saker/4`);
  await page.getByRole("button", { name: "Mer" }).click();
  await page.getByRole("menuitem", { name: "Endre vilkår" }).click();
  const dialog = page.getByRole("dialog", { name: "Vilkår for denne saken" });
  await dialog.getByLabel("Avslutt når så lite gjenstår").fill("100");
  assert.deepEqual(await findings(page), []);
  await dialog.getByRole("button", { name: "Lagre" }).click();
  await page.getByText("Egne vilkår").waitFor();
  me.calm();
  await me.leave();
});
