// What a person decides, and what it costs before it is done: a plan, a withdrawal and its way back, running cases that
// move to a new version of their course, and a letter ordered by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, still } from "./house.mjs";

let house;
before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-22" });
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const at = "/999999999";
const ore = (text) => BigInt(text.replace(/[^\d]/g, ""));
const press = (page, name) => page.getByRole("dialog").getByRole("button", { name }).click();

/** What the server says, and what it does when asked without the screen. */
async function ask(me, method, path, data) {
  const answer = await me.context.request.fetch(`${house.address}/api/creditors/999999999${path}`, {
    method,
    headers: { "Frist-Request": "1", "Idempotency-Key": `acts ${method} ${path}` },
    ...(data ? { data } : {}),
  });
  assert.ok(answer.ok(), await answer.text());
  return answer.json();
}

test("what a plan costs is the sum that is booked", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  await me.go(`${at}/saker/6?vis=handlinger`);
  await page.getByRole("button", { name: "Avtal avdrag" }).click();
  await page.getByRole("textbox", { name: /Første avdrag/ }).fill("1.6.26");
  await page.getByRole("textbox", { name: /Antall avdrag/ }).fill("6");
  const panel = page.getByRole("region", { name: "Hva dette fører til" });
  await panel.getByText("1. avdrag, 01.06.2026").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await still(page);
  const said = await panel
    .locator("dt", { hasText: "Utestående" })
    .locator("xpath=..")
    .locator("dd")
    .first()
    .innerText();
  const after = ore(said.split(/→|uendret,/).at(-1));
  await press(page, /Avtal avdrag/);
  await page.getByText("Sak 6: Avtal avdrag – utført").waitFor();
  assert.equal(ore((await ask(me, "GET", "/cases/6")).balance.total), after);
  me.calm();
  await me.leave();
});

test("a case is withdrawn with its reason, on a phone, and goes on again", async () => {
  const me = await person(house, { demo: true, width: 390, scheme: "dark" });
  const { page } = me;
  await me.go(`${at}/saker/2?vis=handlinger`);
  await page.getByRole("button", { name: "Trekk saken" }).click();
  await page.getByRole("combobox", { name: "Hvorfor" }).selectOption({ label: "Av velvilje" });
  const button = page.getByRole("button", { name: /^Trekk saken, gi opp [\d\s]+,\d\d kr$/ });
  await button.waitFor();
  const givenUp = ore((await button.innerText()).split("gi opp")[1]);
  const panel = page.getByRole("region", { name: "Hva dette fører til" });
  await panel.getByText("Begrunnelse").waitFor();
  assert.ok((await panel.innerText()).replace(/\D/g, "").includes(String(givenUp)));
  assert.deepEqual(await findingsInBoth(page), []);
  await press(page, /Trekk saken/);
  await page.getByText("Grunn: Av velvilje.").waitFor();
  const { balance } = await ask(me, "GET", "/cases/2");
  assert.equal(ore(balance.total), 0n);
  const off = balance.rows.filter((row) => row.kind === "write_off").map((row) => ore(row.amount));
  assert.equal(
    off.reduce((a, b) => a + b, 0n),
    givenUp,
  );
  await page.getByRole("region", { name: "Hva skjer nå" }).getByRole("button", { name: "Gjenåpne saken" }).click();
  await page.getByRole("region", { name: "Hva dette fører til" }).getByText("Deretter").waitFor();
  await press(page, "Gjenåpne saken");
  await page.getByText("Sak 2: Gjenåpne saken – utført").waitFor();
  await page
    .getByRole("tab", { name: "Tidslinje" })
    .or(page.getByRole("link", { name: "Tidslinje" }))
    .first()
    .click();
  await page.getByRole("heading", { name: "Gjenåpnet" }).waitFor();
  me.calm();
  await me.leave();
});

test("running cases move to the new version of their course, looked at first", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  const steps = [
    { step: "reminder", fee: false, deadline_days: 14 },
    { step: "notice", fee: false, deadline_days: 14 },
  ];
  await ask(me, "PUT", "/courses/Kort", { course: { steps }, known: 0 });
  await ask(me, "POST", "/acts", { act: "course", course: "Kort", cases: [2, 7] });
  await me.go(`${at}/lop/ett?navn=Kort`);
  await page
    .getByRole("group", { name: /Steg 2/ })
    .getByLabel("Frist, dager")
    .fill("21");
  await page.getByRole("button", { name: "Lagre som ny versjon" }).click();
  await page.getByText("2 løpende saker følger en eldre versjon.").waitFor();
  await page.getByRole("link", { name: "Flytt løpende saker" }).click();
  const dialog = page.getByRole("dialog", { name: "Bytt løp: 2 saker?" });
  await dialog.getByText("2 av 2 saker kan gjøres").waitFor();
  await dialog.getByText("Nytt løp: Kort, versjon 2").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await press(page, "Bytt løp");
  await page.getByText("2 saker: Bytt løp – utført").waitFor();
  await me.go(`${at}/saker/7`);
  await page.getByText("Kort, versjon 2").waitFor();
  me.calm();
  await me.leave();
});

test("letters are turned off, and one is ordered by hand", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  await me.go(`${at}/innstillinger/automatikk`);
  await page.getByText("Av: saken venter til et menneske bestiller brevet").click();
  assert.deepEqual(await findingsInBoth(page), []);
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByText(/Reglene er lagret\. \d+ saker følger de nye vilkårene\./).waitFor();
  await page.getByText("Brevene i løpet: av").waitFor();
  await ask(me, "POST", "/nights");
  await me.go(`${at}/saker/7`);
  const next = page.getByRole("region", { name: "Hva skjer nå" });
  await next.getByText("Inkassovarsel venter på at du bestiller brevet.").waitFor();
  await next.getByRole("button", { name: "Bestill brevet" }).click();
  await page.getByText("Inkassovarsel sendes med de neste brevene").waitFor();
  await press(page, "Bestill brevet");
  await page.getByText("Sak 7: Bestill brevet – utført").waitFor();
  await next.getByText(/Inkassovarsel sendes av seg selv/).waitFor();
  me.calm();
  await me.leave();
});
