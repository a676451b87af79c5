// Every form, saved with nothing in it and with nonsense in it: the faults are gathered and placed, what was typed stays,
// and nothing is sent that the server cannot read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, openHouse, person, still } from "./house.mjs";

const at = "/999999999";
let house;
before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-22" });
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const press = (name) => (page) => page.getByRole("main").getByRole("button", { name }).first().click();
const menu = (name, item) => async (page) => {
  await page.getByRole("main").getByRole("button", { name }).first().click();
  await page.getByRole("menuitem", { name: item }).click();
};
const acts = (name) => [`${at}/saker/6?vis=handlinger`, press(name)];
const forms = {
  "a payment": [`${at}/saker/6`, press("Registrer innbetaling")],
  "a hold": acts("Sett på vent"),
  "an objection": acts("Registrer innsigelse"),
  "a plan": acts("Avtal avdrag"),
  "a credit note": acts("Krediter"),
  "another course": acts("Bytt løp"),
  "another rate": acts("Avtal annen rente"),
  "criteria of a case": [`${at}/saker/6`, menu("Mer", "Endre vilkår")],
  "a new case": [`${at}/saker/ny`],
  "a debtor": [`${at}/skyldnere/3`, press("Endre skyldneren")],
  "a payment by hand": [`${at}/innbetalinger`, press("Registrer for hånd")],
  "a payment that is placed": [`${at}/innbetalinger`, press(/^Plasser/)],
  "the company": [`${at}/innstillinger`],
  "the rules": [`${at}/innstillinger/automatikk`],
  "a creditor": [`${at}/innstillinger/kreditorer`, press("Legg til kreditor")],
  "an invitation": [`${at}/innstillinger/folk`, press("Inviter")],
  "a mandate": [`${at}/innstillinger/fullmakter`, press("Gi fullmakt")],
  "a mandate's code": [`${at}/innstillinger/fullmakter`, press("Bruk en kode")],
  "a key": [`${at}/innstillinger/nokler`, press(/^Ny/)],
  "a course": [`${at}/lop/ny?fra=no.debet`],
  "a withdrawal": acts("Trekk saken"),
  "a dry run": [`${at}/lop/provekjoring`],
};

for (const [name, [path, open]] of Object.entries(forms))
  test(`nothing and nonsense in ${name}`, async () => {
    const me = await person(house, { demo: true });
    // What is refused for a reason of its own is answered with 4xx, and is no fault here.
    me.expect(/status of 4\d\d/);
    const { page } = me;
    await me.go(path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await still(page);
    await open?.(page);
    const place = open ? page.getByRole("dialog").last() : page.getByRole("main");
    const save = place
      .locator("form button[type=submit]")
      .or(place.getByRole("button", { name: "Lagre løpet" }))
      .last();
    await save.waitFor();
    await still(page);
    const form = place.locator("form").last();
    const fields = ((await form.count()) ? form : place).locator(
      "input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea",
    );
    for (const typed of ["", "xyz ;"]) {
      for (const field of await fields.all()) {
        if (!(await field.isVisible()) || !(await field.isEditable())) continue;
        await field.fill(typed);
      }
      // A list that opened over the form is let go of first.
      await page.keyboard.press("Tab");
      if (!(await save.isVisible())) break;
      await save.click();
      await still(page);
      if (!(await save.isVisible())) break;
      // Whatever is wrong is said somewhere in the form, in words of ours.
      const said = await place.innerText();
      assert.doesNotMatch(said, /forstår ikke hverandre|Kode (json|http)\./, name);
    }
    me.calm();
    await me.leave();
  });

test("faults are gathered and placed: focus in the summary, its links lead to the fields, what was typed stays", async () => {
  const me = await person(house, { demo: true });
  me.expect(/status of 4\d\d/);
  const { page } = me;
  await me.go(`${at}/saker/ny`);
  await page.getByLabel("Fakturanummer").fill("50231");
  await page.getByLabel("Forfall", { exact: false }).first().fill("tull");
  await page.getByRole("button", { name: "Start saken" }).click();
  const summary = page.locator("[role=alert]:focus");
  await summary.waitFor();
  const links = summary.getByRole("link");
  const said = await links.allInnerTexts();
  assert.ok(said.length >= 2, said.join());
  // The same words at the field; the link leads there.
  for (const [n, words] of said.entries()) {
    await links.nth(n).click();
    const field = page.locator("input:focus");
    const about = await field.getAttribute("aria-describedby");
    const told = await page.evaluate(
      (ids) =>
        ids
          .split(" ")
          .map((id) => document.getElementById(id)?.innerText)
          .join(" "),
      about,
    );
    assert.ok(told.includes(words), `${words} | ${told}`);
    // A list that opened under the field is let go of.
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Start saken" }).click();
    await summary.waitFor();
  }
  assert.equal(await page.getByLabel("Fakturanummer").inputValue(), "50231");
  assert.equal(await page.getByLabel("Forfall", { exact: false }).first().inputValue(), "tull");

  // What the server finds wrong with a field lands there as well.
  await page.route("**/api/**/cases", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 422,
          contentType: "application/problem+json",
          body: JSON.stringify({
            type: "about:blank",
            title: "Unprocessable",
            status: 422,
            code: "json.type",
            field: "invoice",
            detail: "must be text",
            remedy: "Write it.",
          }),
        })
      : route.fallback(),
  );
  await page.getByLabel("Forfall", { exact: false }).first().fill("19.2.26");
  await page.getByLabel("Beløp").fill("18 400");
  await page.getByRole("combobox", { name: "Kunde" }).fill("nora");
  await page.getByRole("option", { name: /Nora Mønster/ }).click();
  await page.getByRole("button", { name: "Start saken" }).click();
  await page
    .getByText(/Fakturanummeret kan ikke leses slik det står/)
    .first()
    .waitFor();
  assert.equal(await page.getByLabel("Fakturanummer").inputValue(), "50231");
  me.calm();
  await me.leave();
});

for (const width of [1280, 390])
  test(`what is pressed does not move when a field is left: ${width} px`, async () => {
    const me = await person(house, { demo: true, width });
    const { page } = me;
    await me.go(`${at}/saker/ny`);
    await still(page);
    const radio = page.getByRole("radio", { name: "En ny skyldner" });
    const where = async () => (await radio.boundingBox()).y;
    const before = await where();
    // Left empty, by the keyboard: nothing is said yet, and nothing moves.
    for (let n = 0; n < 4; n++) await page.keyboard.press("Tab");
    await still(page);
    assert.equal(await where(), before);
    // Left with nonsense, by the press of something below it.
    await page.getByLabel("Beløp").fill("xyz");
    const { x, y, width: wide, height } = await radio.boundingBox();
    await page.mouse.move(x + wide / 2, y + height / 2);
    await page.mouse.down();
    await still(page);
    assert.equal(await where(), y);
    await page.mouse.up();
    assert.ok(await radio.isChecked());
    await page.getByText("Skriv beløpet på fakturaen").waitFor();
    me.calm();
    await me.leave();
  });
