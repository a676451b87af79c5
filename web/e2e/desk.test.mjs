// A handler's day at the desk, in the demo: the keyboard, a case that explains itself, undo, a new case, the palette.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { demoHouse, person, still } from "./house.mjs";

const demo = demoHouse();

const at = "/999999999";

test("a list is worked with the keyboard", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker`);
  const { page } = me;
  await page.getByRole("table", { name: "Saker" }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("2 saker valgt").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("5 saker").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Tastaturet" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("testbygg");
  await page.getByText("1 sak", { exact: true }).waitFor();
  assert.match(page.url(), /sok=testbygg/);
  await page.waitForFunction(() => document.querySelectorAll("tbody a").length === 1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Testbygg AS/ }).waitFor();
  await page.goBack();
  assert.match(page.url(), /sok=testbygg/);
  // The keyboard is where it was.
  await page.waitForFunction(() => document.querySelectorAll("tbody a").length === 1);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Testbygg AS/ }).waitFor();
  me.calm();
  await me.leave();
});

test("one key leads to everywhere", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(at);
  const { page } = me;
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Søk og gå" }).fill("mønsterkafeen");
  await page
    .getByRole("option", { name: /Mønsterkafeen AS/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Mønsterkafeen AS/ }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Søk og gå" }).fill("ny sak");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Ny sak" }).waitFor();
  me.calm();
  await me.leave();
});

test("every amount of a case can account for itself, to the øre", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker/3`);
  const { page } = me;
  const buttons = page.getByRole("region", { name: "Saldo" }).getByRole("button", { name: /^Hvorfor/ });
  await buttons.first().waitFor();
  await still(page);
  const ore = (text) => BigInt(text.replace(/[^\d]/g, "")) * (/[\u2212-]/.test(text) ? -1n : 1n);
  for (const button of await buttons.all()) {
    const whole = ore(await button.innerText());
    await button.click();
    const why = page.getByRole("dialog");
    await why.waitFor();
    await still(page);
    const cells = await why.locator("tbody tr td:last-child").allInnerTexts();
    assert.equal(
      cells.map(ore).reduce((a, b) => a + b, 0n),
      whole,
      await button.innerText(),
    );
    await page.keyboard.press("Escape");
    await why.waitFor({ state: "hidden" });
  }
  me.calm();
  await me.leave();
});

test("any day can be looked at, and stands in the address", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker/3?per=2026-03-15`);
  const { page } = me;
  await page.getByRole("button", { name: /Vis saldo per 15. mars 2026/ }).click();
  await page.getByRole("button", { name: "Tilbake til i dag" }).click();
  await page.getByRole("button", { name: /Vis saldo per 2. april 2026/ }).waitFor();
  assert.ok(!page.url().includes("per="));
  me.calm();
  await me.leave();
});

test("a hold is undone within eight seconds", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker/4`);
  const { page } = me;
  await page.getByRole("button", { name: "Sett på vent" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sett på vent" }).click();
  await page.getByText("På vent", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page.getByText("Pågår", { exact: true }).first().waitFor();
  me.calm();
  await me.leave();
});

test("columns and views are the person's own, and the export is what one sees", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker`);
  const { page } = me;
  await page.getByRole("table", { name: "Saker" }).waitFor();
  await page.getByRole("button", { name: "Kolonner" }).click();
  await page.getByRole("dialog").getByLabel("Faktura").click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Utestående kr" }).click();
  await page.waitForURL(/sorter=open/);
  await page.getByRole("button", { name: "Visninger" }).click();
  await page.getByRole("menuitem", { name: "Lagre visningen" }).click();
  await page.getByLabel("Navn på visningen").fill("Minst først");
  await page.getByRole("dialog").getByRole("button", { name: "Lagre" }).click();
  await page.getByRole("button", { name: "Minst først" }).waitFor();

  const other = await person(demo.house, { demo: true });
  await other.go(`${at}/saker`);
  await other.page.getByRole("button", { name: "Visninger" }).click();
  await other.page.getByRole("menuitem", { name: "Minst først" }).click();
  await other.page.waitForURL(/sorter=open/);
  await other.page.getByRole("table", { name: "Saker" }).waitFor();
  await other.page.waitForFunction(() => document.querySelectorAll("tbody a").length === 5);
  await still(other.page);
  assert.equal(await other.page.getByRole("columnheader", { name: "Faktura" }).count(), 0);
  const names = await other.page.locator("tbody a").allInnerTexts();

  const [download] = await Promise.all([
    other.page.waitForEvent("download"),
    other.page
      .getByRole("button", { name: "Eksporter" })
      .click()
      .then(() => other.page.getByRole("menuitem", { name: "Til regneark (CSV)" }).click()),
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n")
    .slice(1);
  assert.deepEqual(
    lines.map((line) => line.split(";")[1]),
    names,
  );
  me.calm();
  other.calm();
  await me.leave();
  await other.leave();
});

test("a payment without a case finds one", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/innbetalinger`);
  const { page } = me;
  await page.getByRole("button", { name: /^Plasser/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").fill("nora");
  await page
    .getByRole("option", { name: /Nora Mønster/ })
    .first()
    .click();
  await dialog.getByRole("button", { name: "Plasser" }).click();
  await page.getByRole("heading", { name: "Alle innbetalinger har funnet saken sin" }).waitFor();
  me.calm();
  await me.leave();
});

test("the debtor's facts open in the ledger, and the pin is found", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/reskontro`);
  const { page } = me;
  await page.getByRole("img", { name: "Mangler adresse" }).waitFor();
  await page.getByRole("button", { name: "Skyldnerinfo for Per Uten Adresse" }).click();
  await page
    .getByRole("dialog", { name: "Skyldnerinfo" })
    .getByRole("link", { name: "Alle saker og adresser" })
    .click();
  await page.getByRole("heading", { level: 1, name: "Per Uten Adresse" }).waitFor();
  await page.getByRole("button", { name: "Endre skyldneren" }).click();
  await page.getByLabel("Gateadresse").fill("Eksempelveien 9");
  await page.getByLabel("Postnummer").fill("5003");
  await page.getByLabel("Poststed").fill("Bergen");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await page.getByText("Eksempelveien 9").first().waitFor();
  await me.go(`${at}/reskontro`);
  await page.getByText("Klar til start").waitFor();
  me.calm();
  await me.leave();
});

test("a credit note makes the principal smaller, and the log has it", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker/6`);
  const { page } = me;
  await page.getByRole("button", { name: "Mer" }).click();
  await page.getByRole("menuitem", { name: "Krediter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Kreditert beløp").fill("100");
  await dialog.getByRole("button", { name: "Krediter" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("heading", { name: /^Kreditnota/ }).waitFor();
  // The log says it in a sentence, which leads to the balance of that day.
  await page.getByRole("link", { name: "Logg" }).click();
  await page.getByRole("link", { name: "Faktura F109 ble kreditert med 100,00 kr 02.04.2026" }).click();
  await page.waitForURL(/saker\/6\?per=2026-04-02$/);
  await page.getByRole("region", { name: "Saldo" }).getByText("2. april 2026").waitFor();
  me.calm();
  await me.leave();
});

test("on a phone what happens next is the first thing on a case, whole and above the balance", async () => {
  const me = await person(demo.house, { demo: true, width: 390 });
  const { page } = me;
  for (const number of [3, 6, 7]) {
    await me.go(`${at}/saker/${number}`);
    await still(page);
    const next = await page.getByRole("region", { name: "Hva skjer nå" }).boundingBox();
    const balance = await page.getByRole("region", { name: "Saldo" }).boundingBox();
    assert.ok(next.y + next.height <= balance.y);
    assert.ok(next.y + next.height <= page.viewportSize().height / 2);
  }
  me.calm();
  await me.leave();
});

for (const width of [1280, 390])
  test(`who is owed by, and how it stands, is in view however far one scrolls: ${width} px`, async () => {
    const me = await person(demo.house, { demo: true, width });
    const { page } = me;
    await page.route(/\/cases\/5(\?|$)/, async (route) => {
      const answer = await route.fetch();
      const one = await answer.json();
      one.debtor.name = "Mild Nordavind Prøvebygg og Eksempelrør i Utopia AS";
      await route.fulfill({ response: answer, json: one });
    });
    const inView = (box) => box && box.y >= 0 && box.y + box.height <= page.viewportSize().height;
    for (const number of [3, 5])
      for (const shown of ["tidslinje", "dokumenter", "handlinger", "notater", "logg"]) {
        const where = `${number} ${shown}`;
        await me.go(`${at}/saker/${number}?vis=${shown}`);
        const name = page.getByRole("heading", { level: 1, name: new RegExp(`^${number} `) });
        await name.waitFor();
        await still(page);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("main, main *")) one.scrollTop = one.scrollHeight;
          scrollTo(0, document.body.scrollHeight);
        });
        const title = await name.boundingBox();
        assert.ok(inView(title), where);
        const debtor = await page.getByRole("button", { name: "Skyldnerinfo" }).filter({ visible: true }).boundingBox();
        assert.ok(inView(debtor), where);
        // On the line of the name, right after it.
        assert.ok(debtor.y < title.y + title.height && debtor.y + debtor.height > title.y, where);
        assert.ok(debtor.x >= title.x + title.width, where);
        const words = ["Rettslig", "Pågår", "Betalt", "På vent", "Stanset", "Venter på deg"];
        const status = page
          .getByRole("main")
          .getByText(new RegExp(`^(${words.join("|")})$`))
          .first();
        assert.ok(inView(await status.boundingBox()), where);
      }
    me.calm();
    await me.leave();
  });

test("what is locked says why, and from when", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker/3?vis=handlinger`);
  const { page } = me;
  await page.getByText("Kan gjøres fra 17. april 2026.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Velg konkursvarsel" }).getAttribute("aria-disabled"), "true");
  me.calm();
  await me.leave();
});

test("a case from three facts, in under a minute", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker`);
  const { page } = me;
  await page.getByRole("table").waitFor();
  await page.keyboard.press("n");
  await page.locator(":focus").and(page.getByLabel("Fakturanummer")).waitFor();
  await page.keyboard.type("50231");
  assert.equal(await page.getByLabel("Fakturanummer").inputValue(), "50231");
  await page.getByLabel("Forfall", { exact: false }).first().fill("19.2.26");
  await page.getByLabel("Beløp").fill("18 400");
  await page.getByRole("combobox", { name: "Kunde" }).fill("nora");
  await page.getByRole("option", { name: /Nora Mønster/ }).click();
  await page.getByRole("button", { name: "Start saken" }).click();
  await page.getByRole("heading", { level: 1, name: /Nora Mønster/ }).waitFor();
  assert.match(page.url(), /\/saker\/\d+$/);
  me.calm();
  await me.leave();
});

test("language and dark are kept", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(at);
  const { page } = me;
  await page.getByRole("button", { name: "Mørk visning" }).click();
  await me.go(`${at}/innstillinger/konto`);
  await page.getByLabel("Språk").selectOption("sv");
  await page.getByRole("button", { name: "Lagre" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Inställningar" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Inställningar" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("data-mantine-color-scheme"), "dark");
  assert.equal(await page.locator("html").getAttribute("lang"), "sv");
  await page.getByLabel("Språk").selectOption("nb");
  await page.getByRole("button", { name: "Spara" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Innstillinger" }).waitFor();
  me.calm();
  await me.leave();
});

test("papers of a case are made on the day, and a copy of the invoice is kept", async () => {
  const me = await person(demo.house, { demo: true });
  await me.go(`${at}/saker/3?vis=dokumenter`);
  const { page } = me;
  await page.getByRole("button", { name: "Lag et dokument" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Vedlegg: slik er det regnet" }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  await page
    .getByLabel("Legg ved PDF")
    .first()
    .setInputFiles({ name: "F103.pdf", mimeType: "application/pdf", buffer: bytes });
  await page.getByRole("link", { name: "F103.pdf" }).waitFor();
  await page.getByRole("button", { name: "Fjern kopien F103.pdf" }).click();
  await page.getByRole("link", { name: "F103.pdf" }).waitFor({ state: "hidden" });
  me.calm();
  await me.leave();
});
