// A letter is seen before it leaves: from whom, to whom, how, when and for what price; and what was seen on the day is,
// byte for byte, what was sent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, still } from "./house.mjs";

const at = "/999999999";
let house;
before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-22" });
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const ask = async (me, path, method = "GET") => {
  const answer = await me.context.request.fetch(`${house.address}/api/creditors/999999999${path}`, {
    method,
    headers: { "Frist-Request": "1" },
  });
  assert.ok(answer.ok(), await answer.text());
  return answer;
};

/** What the preview says, by the names of its facts. */
const factsOf = async (dialog) => {
  await still(dialog.page());
  const [names, values] = [await dialog.locator("dt").allInnerTexts(), await dialog.locator("dd").allInnerTexts()];
  return Object.fromEntries(names.map((name, n) => [name, values[n].replace(/\s+/g, " ").trim()]));
};
/** Opens the preview; answers the bytes that the page was given. */
const open = async (page) => {
  let bytes;
  await page.route("**/preview", async (route) => {
    const answer = await route.fetch();
    bytes = await answer.body();
    await route.fulfill({ response: answer, body: bytes });
  });
  await page.getByRole("region", { name: "Hva skjer nå" }).getByRole("button", { name: "Forhåndsvis brevet" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Åpne brevet (PDF)" }).waitFor();
  await page.unroute("**/preview");
  return bytes;
};

test("what was seen on the day is what was sent, to the byte", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  await ask(me, "/nights", "POST");
  await me.go(`${at}/saker/2`);
  const seen = await open(page);
  assert.equal(seen.subarray(0, 5).toString(), "%PDF-");
  const dialog = page.getByRole("dialog", { name: "Slik blir brevet: inkassovarsel" });
  await dialog.getByText("Krever i alt").waitFor();
  const creditor = await (await ask(me, "")).json();
  const facts = await factsOf(dialog);
  assert.ok(
    facts.Avsender.startsWith(creditor.name) && facts.Avsender.includes(creditor.address.street),
    facts.Avsender,
  );
  assert.deepEqual(facts, {
    Avsender: facts.Avsender,
    Mottaker: "Ola D'Eksempel Eksempelveien 2, 5003 Bergen",
    "Sendes som": "Brev",
    Sendes: "22. april 2026",
    Frist: "6. mai 2026",
    "Gebyr i brevet": "38,00 kr",
    "Krever i alt": "293,70 kr",
  });
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "sak-forhandsvisning");
  await page.keyboard.press("Escape");

  await me.go(`${at}/utskrift`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Skriv ut alle" }).click(),
  ]);
  assert.equal(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
    "%PDF-",
  );
  await page.getByRole("button", { name: /^Meld \d+ postlagt$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Meld postlagt" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const { letters } = await (await ask(me, "/cases/2")).json();
  const sent = letters.find((one) => one.letter === 4);
  assert.deepEqual([sent.state, sent.fee, sent.total, sent.deadline], ["sent", "38.00", "293.70", "2026-05-06"]);
  const left = await (await ask(me, "/cases/2/letters/4")).body();
  assert.ok(seen.equals(left), "the letter that left is not the one that was seen");
  me.calm();
  await me.leave();
});

test("before its day the letter is a draft, and its way is not settled; on a phone", async () => {
  const me = await person(house, { demo: true, width: 390, scheme: "dark" });
  const { page } = me;
  await me.go(`${at}/saker/2`);
  await page.getByText(/Betalingsoppfordring sendes av seg selv/).waitFor();
  await open(page);
  const dialog = page.getByRole("dialog", { name: "Slik blir brevet: betalingsoppfordring" });
  const facts = await factsOf(dialog);
  assert.equal(facts.Sendes, "12. mai 2026");
  assert.equal(facts["Gebyr i brevet"], "113,00 kr");
  assert.ok(["Brev", "Avgjøres den dagen brevet går ut"].includes(facts["Sendes som"]), facts["Sendes som"]);
  await dialog.getByText(/^Merket utkast til den dagen/).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  me.calm();
  await me.leave();
});

test("a letter that cannot be made says why, in its place", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  me.expect(/status of 409/);
  await page.route("**/preview", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "about:blank",
        title: "Conflict",
        status: 409,
        code: "preview.none",
        detail: "no letter comes by itself",
        remedy: "See frist case for what the case waits for.",
      }),
    }),
  );
  await me.go(`${at}/saker/2`);
  await page.getByRole("button", { name: "Forhåndsvis brevet" }).click();
  const said = page.getByRole("dialog").getByRole("alert");
  await said.waitFor();
  await still(page);
  assert.doesNotMatch(await said.innerText(), /frist case|comes by itself/);
  me.calm();
  await me.leave();
});
