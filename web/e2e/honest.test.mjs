// What is shown before the server has said so is only what can be taken back; when the server says no, the old state is
// there again and the sentence stands where one pressed. Money and letters are never shown beforehand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, holds, openHouse, person, picture, still } from "./house.mjs";

const at = "/999999999";
let house;
before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-22" });
});
after(async () => {
  await closeBrowser();
  await house?.close();
});
// As when somebody else was there first.
const refusal = {
  type: "about:blank",
  title: "Precondition Failed",
  status: 412,
  code: "http.precondition",
  detail: "somebody has changed this since it was read; nothing was changed now",
  remedy: "Read it again and look at what is new.",
};

/**
 * Lets the server take its time with what is posted to a path, and refuse it when `refuse`; answers how to let it go on,
 * how many were asked, and when the first has come this far and the page has drawn what it draws meanwhile.
 */
async function slow(page, path, { refuse }) {
  let go;
  let asked = 0;
  let come;
  const first = new Promise((resolve) => {
    come = resolve;
  });
  const gate = new Promise((resolve) => {
    go = resolve;
  });
  await page.route(path, async (route) => {
    if (route.request().method() === "GET") return route.fallback();
    asked += 1;
    come();
    await gate;
    if (!refuse) return route.continue();
    await route.fulfill({ status: 412, contentType: "application/problem+json", body: JSON.stringify(refusal) });
  });
  const reached = async () => {
    await first;
    await page.evaluate(async () => {
      for (let n = 0; n < 3; n++) await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    });
  };
  return { go: () => go(), asked: () => asked, reached, end: () => page.unroute(path) };
}
const visit = async ({ width, scheme } = {}) => {
  const me = await person(house, { demo: true, width, scheme });
  me.expect(/status of 412/);
  return me;
};
const changed = /Noen andre har endret dette/;

for (const [width, scheme] of [
  [1280, "light"],
  [390, "dark"],
]) {
  test(`a note is there at once, and gone with a sentence when the server says no: ${width} px`, async () => {
    const me = await visit({ width, scheme });
    const { page } = me;
    await me.go(`${at}/saker/3?vis=notater`);
    const field = page.getByRole("textbox", { name: "Nytt notat" });
    await field.fill("Ringte, lover å betale fredag.");
    const server = await slow(page, "**/api/**/notes", { refuse: true });
    await page.getByRole("button", { name: "Lagre notatet" }).click();
    const list = page.getByRole("region", { name: "Notater" }).getByRole("listitem");
    await list.filter({ hasText: "Ringte, lover" }).filter({ hasText: "Lagres" }).waitFor();
    server.go();
    await page.getByRole("region", { name: "Notater" }).getByRole("alert").waitFor();
    await list.filter({ hasText: "Ringte, lover" }).waitFor({ state: "detached" });
    await holds(async () => assert.equal(await field.inputValue(), "Ringte, lover å betale fredag."));
    assert.match(await page.getByRole("alert").innerText(), changed);
    assert.deepEqual(await findingsInBoth(page), []);
    await picture(page, "avvist-notat");
    await server.end();
    // The same words again, and now they stay.
    await page.getByRole("button", { name: "Lagre notatet" }).click();
    await list.filter({ hasText: "Ringte, lover" }).first().waitFor();
    await page.getByRole("button", { name: "Angre" }).click();
    me.calm();
    await me.leave();
  });

  test(`a hold is there at once, and gone with a sentence when the server says no: ${width} px`, async () => {
    const me = await visit({ width, scheme });
    const { page } = me;
    await me.go(`${at}/saker/4?vis=handlinger`);
    const status = (word) => page.getByRole("main").getByText(word, { exact: true }).first();
    await status("Pågår").waitFor();
    let server = await slow(page, "**/api/**/acts", { refuse: true });
    await page.getByRole("main").getByRole("button", { name: "Sett på vent" }).last().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Sett på vent" }).click();
    await status("På vent").waitFor();
    server.go();
    await status("Pågår").waitFor();
    assert.match(await dialog.getByRole("alert").innerText(), changed);
    assert.deepEqual(await findingsInBoth(page), []);
    await server.end();
    await dialog.getByRole("button", { name: "Sett på vent" }).click();
    await dialog.waitFor({ state: "hidden" });
    await status("På vent").waitFor();

    // Undo that is refused says so, and stays until it has been read.
    server = await slow(page, "**/api/**/acts", { refuse: true });
    await page.getByRole("button", { name: "Angre" }).click();
    server.go();
    await page.getByText("Det ble ikke angret.").waitFor();
    assert.deepEqual(await findingsInBoth(page), []);
    await page.getByRole("button", { name: "Lukk" }).click();
    await page.getByText("Det ble ikke angret.").waitFor({ state: "hidden" });
    await server.end();

    // Going on needs no words: one press, and a refusal stands beside the button, not in passing.
    await page.getByRole("button", { name: "Ta opp igjen" }).last().waitFor();
    server = await slow(page, "**/api/**/acts", { refuse: true });
    await page.getByRole("button", { name: "Ta opp igjen" }).last().click();
    await status("Pågår").waitFor();
    await page.getByRole("button", { name: "Ta opp igjen" }).last().click();
    server.go();
    await status("På vent").waitFor();
    assert.match(await page.getByRole("main").getByRole("alert").innerText(), changed);
    assert.equal(server.asked(), 1);
    assert.deepEqual(await findingsInBoth(page), []);
    await picture(page, "avvist-hold");
    await server.end();
    await page.getByRole("button", { name: "Ta opp igjen" }).last().click();
    await status("Pågår").waitFor();

    me.calm();
    await me.leave();
  });
}

test("a payment, a credit note and a letter are not shown before the server said so", async () => {
  const me = await visit();
  const { page } = me;
  await me.go(`${at}/saker/3`);
  const balance = page.getByRole("region", { name: "Saldo" });
  await balance.waitFor();
  await still(page);
  const before = await balance.innerText();
  const entries = await page.getByRole("main").getByRole("heading", { level: 3 }).allInnerTexts();
  const same = async () => {
    assert.equal(await balance.innerText(), before);
    assert.deepEqual(await page.getByRole("main").getByRole("heading", { level: 3 }).allInnerTexts(), entries);
  };
  const dialog = page.getByRole("dialog");

  let server = await slow(page, "**/api/**/payments**", { refuse: true });
  await page.getByRole("button", { name: "Registrer innbetaling" }).click();
  await dialog.getByLabel(/Beløp/).fill("100");
  await dialog.getByRole("button", { name: "Registrer innbetaling" }).click();
  await server.reached();
  await same();
  assert.equal(server.asked(), 1);
  server.go();
  await dialog.getByRole("alert").waitFor();
  await same();
  assert.equal(await dialog.getByLabel(/Beløp/).inputValue(), "100,00");
  await page.keyboard.press("Escape");
  await server.end();

  await page.getByRole("button", { name: "Mer" }).click();
  await page.getByRole("menuitem", { name: "Krediter" }).click();
  await dialog.getByLabel("Kreditert beløp").fill("100");
  await dialog.getByRole("button", { name: /^Krediter 100,00/ }).waitFor();
  server = await slow(page, "**/api/**/acts", { refuse: true });
  await dialog.getByRole("button", { name: /^Krediter/ }).click();
  await server.reached();
  await same();
  server.go();
  await dialog.getByRole("alert").waitFor();
  await same();
  await page.keyboard.press("Escape");
  await server.end();

  // Letters stay as they are in their list until the server has written them.
  const night = await me.context.request.post(`${house.address}/api/creditors/999999999/nights`, {
    headers: { "Frist-Request": "1" },
  });
  assert.ok(night.ok(), await night.text());
  await me.go(`${at}/utskrift`);
  const rows = page.getByRole("main").locator("tbody tr");
  await rows.first().waitFor();
  await still(page);
  const letters = await rows.allInnerTexts();
  server = await slow(page, "**/api/**/letters/**", { refuse: true });
  await page.getByRole("button", { name: "Skriv ut alle" }).click();
  await server.reached();
  assert.deepEqual(await rows.allInnerTexts(), letters);
  server.go();
  await dialog.getByRole("alert").waitFor();
  assert.deepEqual(await rows.allInnerTexts(), letters);
  assert.deepEqual(await findingsInBoth(page), []);
  me.calm();
  await me.leave();
});

test("an export that fails says so over the page", async () => {
  const me = await visit();
  const { page } = me;
  await me.go(`${at}/saker`);
  await page.getByRole("button", { name: "Eksporter" }).click();
  const server = await slow(page, "**/api/**/sheet", { refuse: true });
  await page.getByRole("menuitem", { name: "Excel-bok (XLSX)" }).click();
  server.go();
  const dialog = page.getByRole("dialog", { name: "Filen ble ikke laget" });
  await dialog.getByRole("alert").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  me.calm();
  await me.leave();
});
