// One round of decisions over two creditors, with the keyboard alone: what waits for a yes, and what waits for somebody to
// order it; and none of it reaches the other creditor.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, settle, still } from "./house.mjs";
import { workbook } from "./workbook.mjs";

let house;
let owner;
const fjord = "999999999";
const tall = "988077917";
const head = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp";
const ledger = (name, count) =>
  [
    head,
    ...Array.from(
      { length: count },
      (_, n) => `${n};${name} ${n + 1};privat;Prøveveien ${n};5003;Bergen;F${n};01.06.2026;15.06.2026;${1000 + n},00`,
    ),
  ].join("\n");

const headers = { "Frist-Request": "1" };
const ask = async (method, path, { data, more } = {}) => {
  const answer = await owner.context.request.fetch(`${house.address}/api${path}`, {
    method,
    headers: { ...headers, ...more },
    data,
  });
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
  return answer.json();
};

before(async () => {
  house = await openHouse();
  owner = await person(house);
  await settle(house, owner);
  await ask("POST", "/creditors", {
    data: {
      org_number: tall,
      name: "Tall og Orden AS",
      account: "12345678903",
      address: { street: "Prøvegata 1", postal_code: "9999", place: "Utopia" },
    },
    more: { "Idempotency-Key": "a creditor more" },
  });
  for (const [org, name, count, send] of [
    [fjord, "Lun Havørn", 3, "propose"],
    [tall, "Mild Nordavind", 2, "off"],
  ]) {
    const at = `/creditors/${org}`;
    await ask("POST", `${at}/ledger/import`, {
      data: Buffer.from(ledger(name, count)),
      more: { "Content-Type": "text/csv", "Frist-File-Name": "liste.csv" },
    });
    await ask("POST", `${at}/starts`, { data: { all: true }, more: { "Idempotency-Key": `start ${org}` } });
    await ask("PUT", `${at}/automation`, { data: { start: "off", levels: { send } } });
    await ask("POST", `${at}/nights`, { more: { "Idempotency-Key": `night ${org}` } });
  }
});
after(async () => {
  await owner?.leave();
  await closeBrowser();
  await house?.close();
});

test("the round is narrowed to one creditor, the keyboard stays in it, and the file holds what is shown", async () => {
  const { page } = owner;
  await owner.go(`/${fjord}/beslutninger`);
  await page.getByText("5 beslutninger venter").waitFor();
  const taken = async () => {
    await still(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: "Eksporter" })
        .click()
        .then(() => page.getByRole("menuitem", { name: "Excel-bok (XLSX)" }).click()),
    ]);
    return workbook(await download.path());
  };
  const [all] = await taken();
  assert.deepEqual(
    all.slice(1, -1).map(([client, org, name, number]) => [client, org, name, number]),
    [
      ...[1, 2, 3].map((n) => ["Fjord Rør AS", fjord, `Lun Havørn ${n}`, n]),
      ...[1, 2].map((n) => ["Tall og Orden AS", tall, `Mild Nordavind ${n}`, n]),
    ],
  );
  await page.getByRole("button", { name: "Filtrer på Kreditor" }).click();
  await page.getByRole("checkbox", { name: "Tall og Orden AS (2)" }).click();
  await page.keyboard.press("Escape");
  await page.waitForURL(new RegExp(`kreditor=${tall}`));
  await page.getByText("2 av 5").waitFor();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.locator("button:focus", { hasText: "Kreditor" }).waitFor();
  await page.keyboard.press("j");
  await page.locator("tr:focus", { hasText: "Mild Nordavind 1" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  const [some, about] = await taken();
  assert.equal(some.length - 2, 2);
  assert.ok(about.some(([name, value]) => name === "Kreditor" && value === "Tall og Orden AS"));
  await page.getByRole("button", { name: "Fjern filteret Kreditor" }).click();
  await page.locator("tbody tr", { hasText: "Lun Havørn 1" }).waitFor();
  owner.calm();
});

test("every decision of two creditors is taken with the keyboard, each in its own", async () => {
  const { page } = owner;
  await owner.go(`/${fjord}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("c");
  await page.getByRole("combobox").fill("Beslut");
  await page.getByRole("option", { name: "Beslutninger" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${fjord}/beslutninger`);
  await page.getByText("5 beslutninger venter").waitFor();
  await picture(page, "beslutninger-mange");
  assert.deepEqual(await findingsInBoth(page), []);

  const sent = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push([new URL(request.url()).pathname, request.postDataJSON().act]);
  });
  await page.keyboard.press("j");
  const stands = (name) => page.locator("tr:focus", { hasText: name }).waitFor();
  await stands("Lun Havørn 1");
  assert.deepEqual(await findingsInBoth(page), []);
  for (const name of ["Lun Havørn 2", "Lun Havørn 3", "Mild Nordavind 1"]) {
    await page.keyboard.press("Enter");
    await stands(name);
  }
  await page.getByText("2 beslutninger venter").waitFor();

  // O shows the case first, in its own creditor's pages; the way back is where one stood.
  await page.keyboard.press("o");
  await page.waitForURL(`**/${tall}/saker/1`);
  await page.getByRole("heading", { level: 1, name: /Mild Nordavind 1/ }).waitFor();
  await page.goBack();
  await stands("Mild Nordavind 1");
  await page.keyboard.press("Enter");
  await stands("Mild Nordavind 2");
  await page.keyboard.press("1");
  await page.getByRole("heading", { name: "Ingen beslutninger venter" }).waitFor();
  await page.getByText("Mild Nordavind 2, sak 2: Bestill brevet – utført").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  assert.deepEqual(sent, [
    ...[1, 2, 3].map((n) => [`/api/creditors/${fjord}/cases/${n}/acts`, "approve_letter"]),
    ...[1, 2].map((n) => [`/api/creditors/${tall}/cases/${n}/acts`, "take_step"]),
  ]);
  assert.equal((await ask("GET", "/decisions")).count, 0);
  owner.calm();
});

test("what somebody else has decided meanwhile is refused in its row, with the reason", async () => {
  owner.expect(/status of 4\d\d/);
  await ask("POST", `/creditors/${fjord}/ledger/import`, {
    data: Buffer.from(`${head}\n7;Blid Fjellrev;privat;Prøveveien 7;5003;Bergen;F77;01.06.2026;15.06.2026;1700,00`),
    more: { "Content-Type": "text/csv", "Frist-File-Name": "mer.csv" },
  });
  await ask("POST", `/creditors/${fjord}/starts`, { data: { all: true }, more: { "Idempotency-Key": "start more" } });
  await ask("POST", `/creditors/${fjord}/nights`, { more: { "Idempotency-Key": "night more" } });
  const { rows } = await ask("GET", "/decisions");
  assert.equal(rows.length, 1);
  const { page } = owner;
  await page.setViewportSize({ width: 390, height: 844 });
  await owner.go(`/${tall}/beslutninger`);
  const card = page.getByRole("listitem").filter({ hasText: "Blid Fjellrev" });
  await card.waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await ask("POST", `/creditors/${fjord}/cases/${rows[0].case}/acts`, {
    data: { act: "withdraw", why: "mistaken" },
    more: { "Idempotency-Key": "by somebody else" },
  });
  await card.getByRole("button", { name: /^Godkjenn brev/ }).click();
  await card.getByRole("alert").waitFor();
  await page.getByText("1 beslutning venter").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
});
