// Where the open items come from is set up with a file that is tried and not taken; and many creditors come from one list.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, settle } from "./house.mjs";

const at = "/999999999";
let house;
let me;
before(async () => {
  house = await openHouse();
  me = await person(house);
  await settle(house, me);
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a system is chosen, its file tried, its columns said, and the import page begins with it", async () => {
  const { page } = me;
  await me.go(`${at}/innstillinger/integrasjon`);
  await page.getByText("Ikke satt opp.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Sett opp integrasjon" }).click();
  await page.getByRole("radio", { name: "Annet (fil)" }).check();
  const list = "Kundenr;Navn;Fakturanr;Forfallsdato;Til gode\r\n1;Blid Fjellrev;F1;15.01.2026;1000,00\r\n";
  await page.locator("input[type=file]").setInputFiles(file("liste.csv", list));
  await page.getByText("liste.csv kan ikke leses ennå.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Fullfør" }).count(), 0);
  assert.deepEqual(await findingsInBoth(page), []);
  await page.getByRole("combobox", { name: /Til gode/ }).selectOption("open_amount");
  await page.getByText("Forbindelsen virker: 1 rad", { exact: false }).waitFor();
  await picture(page, "integrasjon-prov", { show: page.getByText("Ingenting er tatt inn.") });
  await page.getByRole("button", { name: "Fullfør" }).click();
  await page.getByText("Regnskapssystem: Annet (fil)").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "integrasjon");
  await page.getByRole("link", { name: "Importer en fil" }).click();
  await page.getByRole("heading", { name: "Regnskapssystem: Annet (fil)" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "import-fra");
  me.calm();
});

test("many creditors come from one list", async () => {
  const { page } = me;
  await me.go(`${at}/innstillinger/kreditorer`);
  await page.getByRole("button", { name: "Legg til mange fra fil" }).click();
  const dialog = page.getByRole("dialog", { name: "Legg til mange fra fil" });
  const head = "Orgnr;Navn;Adresse;Postnr;Poststed;Kontonr;E-post;Modus;KID-lengde\r\n";
  const good = "988077917;Annen Prøve AS;Prøvegata 1;0150;Oslo;12345678903;post@annen.example;self;\r\n";
  const wrong = "310001007;Tredje Prøve AS;Prøvegata 2;50A1;Bergen;12345678903;;;\r\n";
  await dialog.locator("input[type=file]").setInputFiles(file("klienter.csv", head + good + wrong));
  await dialog.getByText("1 rad har feil. Ingen er lagt til.").waitFor();
  await dialog.getByText("Rad 3").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "mange-kreditorer");
  await dialog.locator("input[type=file]").setInputFiles(file("klienter.csv", head + good));
  await dialog.getByRole("button", { name: "Legg til 1 kreditor" }).click();
  await page.getByText("1 kreditor er lagt til").waitFor();
  await page.getByRole("link", { name: "Annen Prøve AS" }).waitFor();
  me.calm();
});
