// Somebody new, in the demo: the tour, an article beside each page, and what is missing filled in where one stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { demoHouse, findings, person, still } from "./house.mjs";

const demo = demoHouse();

const at = "/999999999";

test("the tour is offered once, goes through the pages, and can be taken again", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(at);
  const { page } = me;
  await page.getByRole("button", { name: "Ta omvisningen" }).click();
  const card = page.getByRole("complementary", { name: "Omvisning" });
  for (const [n, path] of [
    "",
    "/reskontro",
    "/saker",
    "/saker/\\d+",
    "/utskrift",
    "/innbetalinger",
    "/innstillinger",
  ].entries()) {
    await card.getByText(`${n + 1} av 7`).waitFor();
    await page.waitForURL(new RegExp(`${at}${path}$`));
    assert.deepEqual(await findings(page), []);
    await card.getByRole("button", { name: n === 6 ? "Ferdig" : "Neste" }).click();
  }
  await card.waitFor({ state: "hidden" });
  await me.go(at);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await still(page);
  assert.equal(await page.getByRole("button", { name: "Ta omvisningen" }).count(), 0);
  await page.getByRole("button", { name: "Hjelp" }).click();
  await page.getByRole("menuitem", { name: "Ta omvisningen" }).click();
  await card.getByText("1 av 7").waitFor();
  me.calm();
  await me.leave();
});

test("each page has its article, without a network, and asks whether it answered", async () => {
  const me = await person(demo.house, { demo: true });
  const { page } = me;
  const titles = {
    "": "I dag",
    "/reskontro": "Reskontro",
    "/saker": "Saker",
    "/saker/3": "En sak",
    "/saker/ny": "Ny sak",
    "/utskrift": "Klare til utskrift",
    "/innbetalinger": "Innbetalinger",
    "/rapporter": "Rapporter",
    "/rapporter/ageing": "Rapporter",
    "/skyldnere": "Skyldnere",
    "/skyldnere/3": "En skyldner",
    "/import": "Import",
    "/eksport": "Eksport",
    "/innstillinger": "Firma",
    "/innstillinger/konto": "Min konto",
  };
  for (const [path, title] of Object.entries(titles)) {
    await me.go(at + path);
    await page.getByRole("button", { name: "Hjelp" }).click();
    await page.getByRole("menuitem", { name: "Hjelp til denne siden" }).click();
    await page.getByRole("dialog", { name: title, exact: true }).waitFor();
  }
  const article = page.getByRole("dialog");
  await article.getByRole("button", { name: "Nei" }).click();
  await article.getByLabel("Hva lette du etter?").fill("Skiltet til bilen");
  await article.getByRole("button", { name: "Lagre svaret" }).click();
  await article.getByText("Takk. Svaret er lagret her i installasjonen.").waitFor();
  await still(page);
  const kept = await (await me.context.request.get(`${demo.house.address}/api/me/settings`)).json();
  assert.deepEqual(kept["help-answers"], [
    { article: "account", found: false, on: "2026-04-02", words: "Skiltet til bilen" },
  ]);
  me.calm();
  await me.leave();
});

test("the guide to the right address opens from the warning, and the letter's address is filled in there", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/reskontro`);
  const { page } = me;
  await page.getByRole("checkbox", { name: "Velg alle", exact: false }).first().waitFor();
  await page.getByRole("button", { name: /Kunden mangler postadresse/ }).click();
  const sheet = page.getByRole("dialog", { name: "Skyldnerinfo" });
  await sheet.getByRole("button", { name: "Slik finner du riktig adresse" }).click();
  const guide = page.getByRole("dialog", { name: "Finn riktig adresse til en privatperson" });
  await guide.waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press("Escape");
  await guide.waitFor({ state: "hidden" });
  await sheet.getByLabel("Gateadresse").waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });

  const row = page.locator("tbody tr", { hasText: "Per Uten Adresse" });
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Start/ });
  await dialog.getByRole("button", { name: "Fyll inn for Per Uten Adresse" }).click();
  await dialog.getByLabel("Postnummer").waitFor();
  assert.deepEqual(await findings(page), []);
  await dialog.getByLabel("Gateadresse").fill("Eksempelveien 9");
  await dialog.getByLabel("Postnummer").fill("5003");
  await dialog.getByLabel("Poststed").fill("Bergen");
  await dialog.getByRole("button", { name: "Lagre opplysningene" }).click();
  await dialog.getByText("Fylt inn").waitFor();
  await dialog.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("dialog", { name: "1 sak startet" }).waitFor();
  me.calm();
  await me.leave();
});
