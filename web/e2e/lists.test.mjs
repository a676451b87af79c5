// Lists of hundreds: what is exported is what one sees, “all” means all that match, and nothing is three different things.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, holds, openHouse, person, picture, settle, still } from "./house.mjs";
import { workbook } from "./workbook.mjs";

const fjord = "/999999999";
const count = 420;
const withoutAddress = 12;
const objects = [8, 21, 100, 233, 401];
const head = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp";
const line = (n) => {
  const address = n % 35 === 34 ? ";;" : `Rypestien ${n};5003;Bergen`;
  return `${n};Blid Fjellrev ${n};${n % 3 ? "privat" : "bedrift"};${address};F${n};04.05.2026;18.05.2026;${1000 + n},50`;
};

let house;
let owner;
async function ask(method, path, data, more) {
  const answer = await owner.context.request.fetch(`${house.address}/api/creditors${path}`, {
    method,
    headers: { "Frist-Request": "1", "Idempotency-Key": `lists ${method} ${path}`, ...more },
    ...(data ? { data } : {}),
  });
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
  return answer.json();
}

before(async () => {
  house = await openHouse();
  owner = await person(house);
  await settle(house, owner);
});
after(async () => {
  await owner?.leave();
  await closeBrowser();
  await house?.close();
});

const shown = (page) => page.getByRole("main").innerText();
const empty = async (path, title, ways) => {
  const { page } = owner;
  await owner.go(`${fjord}/${path}`);
  await page.getByRole("heading", { name: title, exact: true }).waitFor();
  for (const way of ways)
    await page
      .getByRole("main")
      .getByRole("link", { name: way, exact: true })
      .or(page.getByRole("main").getByRole("button", { name: way, exact: true }))
      .last()
      .waitFor();
};

test("on the first day every list says what will be there, and how one begins", async () => {
  const begin = ["Importer reskontro", "Start første sak", "Prøv med eksempelsaker"];
  const firsts = [
    ["", "Her kommer det som trenger deg", begin],
    ["saker", "Her kommer sakene dine", begin],
    ["reskontro", "Her kommer de åpne postene dine", begin],
    ["skyldnere", "Her kommer skyldnerne dine", begin],
    ["utskrift", "Her kommer brevene som skal ut", begin],
    ["beslutninger", "Her kommer det du skal bestemme", begin],
    ["innbetalinger", "Her kommer innbetalinger uten sak", ["Les bankfil"]],
  ];
  for (const [path, title, ways] of firsts) {
    await empty(path, title, ways);
    assert.deepEqual(await findingsInBoth(owner.page), [], path);
    await picture(owner.page, `forste-dag-${path || "i-dag"}`);
  }
  // Who did what is never empty: the installation has an owner and a creditor.
  await owner.go(`${fjord}/innstillinger/logg`);
  await owner.page.getByRole("cell", { name: "La til en kreditor" }).waitFor();
  owner.calm();
});

test("hundreds of cases are started", async () => {
  const rows = Array.from({ length: count }, (_, n) => line(n));
  await ask("POST", `${fjord}/ledger/import`, Buffer.from([head, ...rows].join("\r\n")), {
    "Content-Type": "text/csv",
    "Frist-File-Name": "liste.csv",
  });
  const { started } = await ask("POST", `${fjord}/starts`, { all: true });
  assert.equal(started, count - withoutAddress);
});

/** What a list shows from its top, as texts by row; as many rows as are in the page. */
const rowsOf = (page) =>
  page
    .locator("tbody tr[aria-rowindex]")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));
const heads = async (page) => (await page.getByRole("columnheader").allInnerTexts()).map((one) => one.trim());
const ore = (text) => Number(text.replace(/[^\d,]/g, "").replace(",", ""));
const numbersAlone = (text) => text.replace(/[^\d]/g, "");

async function exported(page) {
  await page.getByRole("button", { name: "Eksporter" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Excel-bok (XLSX)" }).click(),
  ]);
  return workbook(await download.path());
}
const hide = async (page, names) => {
  await page.getByRole("button", { name: "Kolonner" }).click();
  for (const name of names) await page.getByRole("dialog").getByLabel(name, { exact: true }).click();
  await page.keyboard.press("Escape");
};

for (const [path, hidden, sort, sums] of [
  ["saker?type=person", ["Faktura", "Status"], "Utestående kr", "Utestående kr"],
  ["reskontro", ["Dager over", "Beløp kr"], "Faktura", "Utestående kr"],
  ["skyldnere", ["Kundegruppe", "Adresse"], undefined, "Utestående kr"],
])
  test(`the export is the list as one sees it: ${path}`, async () => {
    const { page } = owner;
    await owner.go(`${fjord}/${path}`);
    await page.getByRole("table").waitFor();
    await hide(page, hidden);
    if (sort) {
      await page.getByRole("columnheader", { name: sort }).getByRole("button").click();
      await page.waitForURL(/sorter=/);
    }
    await still(page);
    const columns = (await heads(page)).filter(Boolean);
    for (const name of hidden) assert.ok(!columns.includes(name), name);
    const seen = await rowsOf(page);
    const [sheet, about] = await exported(page);
    assert.deepEqual(sheet[0], columns);
    const rows = sheet.slice(1, -1);
    const all = await page.getByRole("table").getAttribute("aria-rowcount");
    assert.equal(rows.length, Number(all) - 1);
    // The same rows in the same order, by what identifies them; sums are numbers to the øre.
    const money = columns.indexOf(sums);
    const name = columns.findIndex((one) => one === "Skyldner" || one === "Navn");
    const boxes = seen[0].length - columns.length;
    assert.ok(seen.length > 10);
    for (const [n, cells] of seen.entries()) {
      assert.equal(rows[n][name], cells[boxes + name]);
      assert.equal(typeof rows[n][money], "number");
      assert.equal(Math.round(rows[n][money] * 100), ore(cells[boxes + money]));
    }
    const sum = sheet.at(-1)[money];
    assert.match(sum.formula, /^SUM\(/);
    const added = rows.reduce((total, row) => total + Math.round(row[money] * 100), 0);
    assert.equal(Math.round(sum.value * 100), added);
    const foot = page.getByText(/^Utestående$/).locator("xpath=..");
    if (await foot.count()) assert.equal(ore((await foot.innerText()).split("kr")[0]), added);
    assert.ok(about.flat().some((cell) => String(cell).includes(`/${path}`)));
    owner.calm();
  });

test("a list far down shows the row it should, and Back leads to the same place", async () => {
  const { page } = owner;
  await owner.go(`${fjord}/saker?sorter=case`);
  const list = page.getByRole("region", { name: "Saker" });
  await list.getByRole("link", { name: "Blid Fjellrev 0" }).waitFor();
  await list.evaluate((box) => box.scrollTo(0, 44 * 300));
  await list.getByRole("link", { name: "Blid Fjellrev 310" }).waitFor();
  await still(page);
  const top = await list.evaluate((box) => box.scrollTop);
  await list.getByRole("link", { name: "Blid Fjellrev 310" }).click();
  await page.getByRole("heading", { level: 1, name: /Blid Fjellrev 310/ }).waitFor();
  await page.goBack();
  await list.getByRole("link", { name: "Blid Fjellrev 310" }).waitFor();
  await still(page);
  assert.equal(await list.evaluate((box) => box.scrollTop), top);
  // The keyboard's row is followed.
  await owner.go(`${fjord}/saker?sorter=case&retning=ned`);
  await list.getByRole("link", { name: `Blid Fjellrev ${count - 2}` }).waitFor();
  for (let n = 0; n < 40; n++) await page.keyboard.press("j");
  const here = page.locator('tr[data-here][aria-rowindex="41"]');
  await here.waitFor();
  await still(page);
  const [row, box] = [await here.boundingBox(), await list.boundingBox()];
  assert.ok(row.y >= box.y + 32 && row.y + row.height <= box.y + box.height, JSON.stringify({ row, box }));
  owner.calm();
});

test("three are put on hold and let go again with one press, and the log has both", async () => {
  const { page } = owner;
  await owner.go(`${fjord}/saker?sorter=case&sok=fjellrev`);
  const three = [1, 2, 3];
  for (const number of three) await page.getByRole("checkbox", { name: `Velg sak ${number}`, exact: true }).check();
  await page.getByText("3 saker valgt").waitFor();
  await page.getByRole("button", { name: "Sett på vent" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sett på vent" }).click();
  await page.getByText("3 saker: Sett på vent – utført").waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page
    .getByRole("link", { name: "Inaktive 0" })
    .or(page.getByRole("tab", { name: "Inaktive 0" }))
    .waitFor();
  await still(page);
  for (const number of three) {
    const { status, events } = await ask("GET", `${fjord}/cases/${number}`);
    assert.equal(status, "going");
    const told = JSON.stringify(events);
    assert.ok(/pause/i.test(told) && /resume/i.test(told), told);
  }
  owner.calm();
});

test("“all” means all that match: the bar says how many and how much, and each refusal has its reason", async () => {
  const { page } = owner;
  for (const number of objects) await ask("POST", `${fjord}/cases/${number}/acts`, { act: "object" });
  await owner.go(`${fjord}/saker?type=person`);
  const { count: many, open } = await ask("GET", `${fjord}/cases/sums?tab=ongoing&debtor_kind=person`);
  assert.ok(many > 200);
  await page.getByRole("checkbox", { name: `Velg alle ${many}` }).check();
  await page.getByText(`${many} saker valgt`).waitFor();
  const bar = page.getByText(`${many} saker valgt`).locator("xpath=..");
  await holds(async () =>
    assert.equal(numbersAlone((await bar.innerText()).replace(`${many} saker valgt`, "")), numbersAlone(open)),
  );
  await page.getByRole("button", { name: "Sett på vent" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Sett på vent" }).click();
  await page.getByText(`${many} saker: Sett på vent – utført`).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Angre" }).waitFor();

  // Those with an objection are inactive as well, and cannot go on.
  await owner.go(`${fjord}/saker?fane=inactive&type=person`);
  const inactive = (await ask("GET", `${fjord}/cases/sums?tab=inactive&debtor_kind=person`)).count;
  const held = inactive - many;
  assert.ok(held > 0);
  await page.getByRole("checkbox", { name: `Velg alle ${inactive}` }).check();
  await page.getByRole("button", { name: "Mer", exact: true }).click();
  await page.getByRole("menuitem", { name: "Ta opp igjen" }).click();
  await dialog.getByRole("button", { name: "Ta opp igjen" }).click();
  await dialog.getByText(`${many} ble gjort, ${held} ble avvist:`).waitFor({ timeout: 60_000 });
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "saker-avvist");
  const refused = dialog.getByRole("listitem");
  assert.equal(await refused.count(), held);
  for (const one of await refused.all()) assert.ok((await one.innerText()).length > 20, await one.innerText());
  const link = refused.first().getByRole("link");
  const name = await link.innerText();
  await link.click();
  await page
    .getByRole("heading", { level: 1, name: new RegExp(numbersAlone(name)) })
    .or(page.getByText(name))
    .first()
    .waitFor();
  owner.calm();
});

test("a narrow filter and truly none are said apart, each with its way on", async () => {
  const clear = ["Fjern søket"];
  await empty("saker?sok=zzz", "Ingen saker passer filteret", clear);
  assert.match(await shown(owner.page), /søk etter noe annet/);
  await empty("saker?status=legal", "Ingen saker passer filteret", ["Fjern alle filtre"]);
  await empty("saker?fane=closed", "Ingen saker er avsluttet ennå", ["Til pågående saker"]);
  await empty("reskontro?sok=zzz", "Ingen åpne poster passer søket", clear);
  await empty("reskontro?vis=ready", "Ingen poster kan startes nå", ["Vis alle åpne poster"]);
  await empty("skyldnere?sok=zzz", "Ingen skyldnere passer søket", clear);
  await empty("utskrift", "Ingen brev skal ut i dag", ["Se brevene som kommer"]);
  await empty("utskrift?vis=stanset", "Ingen brev er stanset", ["Se brevene som kommer"]);
  await empty("beslutninger", "Ingen beslutninger venter", ["Se resten av det som trenger deg"]);
  await empty("innbetalinger", "Her kommer innbetalinger uten sak", ["Les bankfil"]);
  await owner.page.setViewportSize({ width: 390, height: 844 });
  await empty("saker?sok=zzz&status=legal", "Ingen saker passer filteret", ["Fjern alle filtre", "Fjern søket"]);
  assert.deepEqual(await findingsInBoth(owner.page), []);
  // Each way on leads where it says.
  await owner.page.getByRole("button", { name: "Fjern alle filtre" }).last().click();
  await owner.page.waitForURL((url) => url.searchParams.get("sok") === "zzz" && !url.searchParams.has("status"));
  await owner.page.getByRole("button", { name: "Fjern søket" }).last().click();
  await owner.page.getByText("Blid Fjellrev").first().waitFor();
  owner.calm();
});
