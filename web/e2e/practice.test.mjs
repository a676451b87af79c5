// Invented cases on a clock of their own: begun with one press, moved, worked with as real ones up to the court's
// decision, and gone without a trace. Then the real ledger comes: long work that goes on while one is elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, settle, still } from "./house.mjs";

const practice = "/999999905";
let house;
let owner;
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

const ask = async (path) => {
  const answer = await owner.context.request.get(`${house.address}/api/creditors${path}`);
  assert.ok(answer.ok(), await answer.text());
  return answer.json();
};

/** The first case that offers an act, of those that pass the filter. */
async function caseFor(filter, act, kind) {
  for (const row of (await ask(`${practice}/cases?limit=100&${filter}`)).rows) {
    const { rows } = await ask(`${practice}/cases/${row.case}/acts`);
    if (rows.some((one) => one.act === act && one.allowed && (!kind || one.kind === kind))) return row.case;
  }
  throw new Error(`no practice case can be ${act}`);
}

/**
 * Does an act of a case whose dialog is open, and holds its price: each row that the debtor owes more stands over the
 * button with its reason and its section, and is booked as it stood, no more and no less. Answers how many there were.
 */
async function priced(number, verb) {
  const { page } = owner;
  const costs = async () =>
    (await ask(`${practice}/cases/${number}`)).balance.rows.filter((row) => row.part === "costs");
  const before = await costs();
  const dialog = page.getByRole("dialog");
  const panel = dialog.getByRole("region", { name: "Hva dette fører til" });
  await panel.getByText("Deretter").waitFor();
  await still(page);
  const button = dialog.getByRole("button", { name: new RegExp(`^${verb}`) });
  const [over, under] = [await panel.boundingBox(), await button.boundingBox()];
  assert.ok(over.y + over.height <= under.y, "the price stands before the button");
  assert.ok((await panel.getByText("Skyldneren skylder i tillegg").count()) > 0);
  const shown = panel.locator("dl > div").filter({ has: page.locator("dd a[href*='lovdata']") });
  const rows = [];
  for (const one of await shown.all()) {
    const sum = /(\d[\d\s]*,\d\d) kr/.exec((await one.innerText()).replace(/\u00a0/g, " "))?.[1];
    if (sum) rows.push(sum.replace(/\s/g, "").replace(",", "."));
  }
  const said = await button.innerText();
  assert.deepEqual(await findingsInBoth(page), []);
  await button.click();
  await dialog.waitFor({ state: "hidden" });
  const known = new Set(before.map((row) => JSON.stringify(row)));
  const booked = (await costs()).filter((row) => !known.has(JSON.stringify(row)));
  assert.deepEqual(rows.sort(), booked.map((row) => row.amount).sort());
  for (const row of booked) assert.ok(row.says && row.rule, JSON.stringify(row));
  // The button itself says how much, when it is anything.
  assert.equal(/\d,\d\d kr/.test(said), booked.length > 0, said);
  return booked.length;
}

const act = async (name, fill) => {
  const { page } = owner;
  await page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await fill?.(dialog);
  // A press that is quicker than the server only shows the price.
  await still(page);
  await dialog.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await dialog.waitFor({ state: "hidden" });
};

test("practice is begun with one press, and its clock is moved", async () => {
  const { page } = owner;
  await owner.go("/");
  await page.getByRole("button", { name: "Prøv med eksempelsaker" }).click();
  await page.waitForURL(new RegExp(practice), { timeout: 60_000 });
  await page.getByRole("complementary", { name: "Omvisning" }).getByRole("button", { name: "Lukk" }).click();
  const line = page.getByRole("status").filter({ hasText: "Eksempelsaker på en egen klokke" });
  await line.filter({ hasText: "6. juli 2026" }).waitFor();
  const { tabs } = await ask(`${practice}/cases`);
  assert.ok(Object.values(tabs).reduce((a, b) => a + b) >= 40, JSON.stringify(tabs));
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "ovelse");
  await page.getByRole("button", { name: "En dag frem" }).click();
  await line.filter({ hasText: "7. juli 2026" }).waitFor();
  await page.getByRole("button", { name: "En uke frem" }).click();
  await line.filter({ hasText: "14. juli 2026" }).waitFor({ timeout: 60_000 });
  owner.calm();
});

test("a locked act says why and from when: shut the day before, open on the day", async () => {
  const { page } = owner;
  const clock = async (days) => {
    const headers = { "Frist-Request": "1", "Idempotency-Key": `clock ${days} ${Math.random()}` };
    const answer = await owner.context.request.post(`${house.address}/api/creditors${practice}/practice/days`, {
      headers,
      data: { days },
      timeout: 60_000,
    });
    assert.ok(answer.ok(), await answer.text());
  };
  const { on } = await ask(`${practice}/today`);
  const daysTo = (day) => (Date.parse(day) - Date.parse(on)) / 86_400_000;
  let found;
  for (const { case: number } of (await ask(`${practice}/cases?limit=100&status=going`)).rows)
    for (const offer of (await ask(`${practice}/cases/${number}/acts`)).rows)
      if (offer.from && daysTo(offer.from) > 1 && !(found && found.offer.from <= offer.from)) found = { number, offer };
  const { number, offer } = found;
  const words = new Intl.DateTimeFormat("nb-NO", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(offer.from));
  const verb = { attachment: "Velg utlegg", conciliation: "Velg forliksråd", bankruptcy: "Velg konkursvarsel" }[
    offer.kind
  ];
  const button = page.getByRole("main").getByRole("button", { name: verb, exact: true }).last();
  const shut = async () => {
    await still(page);
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    const said = await button.locator("xpath=..").innerText();
    assert.ok(said.includes(`Kan gjøres fra ${words}.`), said);
    // A sentence more, and none of it hides in a tooltip.
    assert.ok(said.replace(`Kan gjøres fra ${words}.`, "").replace(verb, "").trim().length > 20, said);
    assert.deepEqual(await findingsInBoth(page), []);
  };
  await owner.go(`${practice}/saker/${number}?vis=handlinger`);
  await page.getByText(`Kan gjøres fra ${words}.`).first().waitFor();
  await shut();
  await clock(daysTo(offer.from) - 1);
  await page.reload();
  await button.waitFor();
  await shut();
  await picture(page, "sak-last", { show: button });
  // A shut button is reached by the keyboard, and its reason is read out with it.
  await button.focus();
  assert.equal(
    await button.evaluate(
      (one) => document.getElementById(one.getAttribute("aria-describedby"))?.innerText.length > 20,
    ),
    true,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await shut();
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole("button", { name: "En dag frem" }).click();
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll("main button")].some(
        (one) => one.innerText.trim() === name && one.getAttribute("aria-disabled") !== "true",
      ),
    verb,
    { timeout: 60_000 },
  );
  owner.calm();
});

test("a case goes to the authority, is called to a meeting, and is decided", async () => {
  const { page } = owner;
  const number = await caseFor("status=approval", "legal", "conciliation");
  await owner.go(`${practice}/saker/${number}`);
  await page.getByRole("main").getByRole("button", { name: "Velg forliksråd", exact: true }).first().click();
  assert.equal(await priced(number, "Velg forliksråd"), 0);
  await page.getByText("Rettslig", { exact: true }).first().waitFor();
  await page.getByRole("heading", { name: "Forliksklage er ikke sendt ennå." }).waitFor();
  await page.getByRole("main").getByRole("button", { name: "Sendt til myndigheten", exact: true }).first().click();
  await page.getByRole("dialog").getByLabel("Saksnummer hos myndigheten").fill("26-014");
  assert.ok((await priced(number, "Sendt til myndigheten")) > 0);
  await act("Innkalt til møte", (dialog) => dialog.getByRole("textbox", { name: "Dato" }).fill("1.9.26"));
  await page.getByRole("heading", { name: "Møtet er 1. september 2026." }).waitFor();
  await picture(page, "sak-rettslig");
  await act("Registrer avgjørelsen", async (dialog) => {
    await dialog.getByLabel("Hva ble avgjort").selectOption("judgment");
    assert.deepEqual(await findingsInBoth(page), []);
    await picture(page, "sak-avgjort");
  });
  await page.getByText("Venter på deg", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Tidslinje" }).click();
  for (const heading of ["Sendt til myndighetene", "Rettsmøte", "Avgjort"])
    await page.getByRole("heading", { name: heading }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  owner.calm();
});

test("a demand before bankruptcy is served, and the day it may be filed is said", async () => {
  const { page } = owner;
  const number = await caseFor("status=legal", "served");
  await owner.go(`${practice}/saker/${number}?vis=handlinger`);
  await act("Forkynt");
  await page
    .getByText(/Kan gjøres fra/)
    .first()
    .waitFor();
  owner.calm();
});

test("an instalment plan is agreed, and the case stands still", async () => {
  const { page } = owner;
  const number = await caseFor("status=going", "plan");
  await owner.go(`${practice}/saker/${number}`);
  await page.getByRole("button", { name: "Mer" }).click();
  await page.getByRole("menuitem", { name: "Avtal avdrag" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Første avdrag" }).fill("1.8.26");
  await dialog.getByLabel("Antall avdrag").fill("4");
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "sak-avdrag");
  await dialog.getByRole("button", { name: "Avtal avdrag" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("heading", { name: /^Betalingsavtalen sjekkes \d/ }).waitFor();
  await page.getByRole("heading", { name: "Avdrag" }).first().waitFor();
  owner.calm();
});

test("papers are made: a petition, what cannot be made says why, and the evidence in a zip", async () => {
  const { page } = owner;
  owner.expect(/status of 4\d\d/);
  const number = await caseFor("status=legal", "legal", "bankruptcy");
  await owner.go(`${practice}/saker/${number}?vis=dokumenter`);
  const paper = async (name) => {
    await page.getByRole("button", { name: "Lag et dokument" }).click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  await page.getByRole("button", { name: "Lag et dokument" }).waitFor();
  await picture(page, "sak-papirer", { show: page.getByText("Lages med dagens tall") });
  await paper("Kvittering");
  await page.getByRole("alert").first().waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  const [petition] = await Promise.all([page.waitForEvent("download"), paper("Forliksklage")]);
  assert.equal(
    readFileSync(await petition.path())
      .subarray(0, 5)
      .toString(),
    "%PDF-",
  );
  const [zip] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Bevispakke (zip)" }).click(),
  ]);
  assert.equal(
    readFileSync(await zip.path())
      .subarray(0, 2)
      .toString(),
    "PK",
  );
  owner.calm();
});

test("practice ends, and nothing of it is left", async () => {
  const { page } = owner;
  await owner.go(practice);
  await page.getByRole("button", { name: "Slett eksempelsakene" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await dialog.getByRole("button", { name: "Slett eksempelsakene" }).click();
  await page.getByText("Eksempelsakene er slettet").waitFor();
  await page.waitForURL(/\/999999999$/);
  await page.getByRole("heading", { name: "Her kommer det som trenger deg" }).waitFor();
  await page.getByText("Eksempelsaker på en egen klokke").waitFor({ state: "detached" });
  assert.deepEqual(
    (await ask("")).rows.map((one) => one.org_number),
    ["999999999"],
  );
  await owner.go(`${practice}/saker`);
  await page
    .getByText(/finnes ikke|Fant ikke/)
    .first()
    .waitFor();
  owner.calm();
});

test("an import of thousands goes on while one is elsewhere, and tells which rows were bad", async () => {
  const { page } = owner;
  const rows = Array.from(
    { length: 3000 },
    (_, n) => `${n};Blid Fjellrev ${n};privat;Rypestien 4;5003;Bergen;A${n};04.05.2026;18.05.2026;1 000,00`,
  );
  rows[7] = rows[7].replace("18.05.2026", "31.02.2026");
  const head = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp";
  await owner.go("/999999999/import");
  await page.locator("input[type=file]").setInputFiles({
    name: "Kunder juli.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([head, ...rows].join("\r\n")),
  });
  await page.getByRole("radio", { name: /^Ta inn de 2.?999 gode radene/ }).check();
  await page
    .getByRole("button", { name: "Importer 2999 rader" })
    .or(page.getByRole("button", { name: /^Importer 2.999 rader/ }))
    .click();
  await page.waitForURL(/jobb=\d+/);
  await picture(page, "jobb");
  await page.getByRole("link", { name: "Saker", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Saker" }).waitFor();
  await page.goBack();
  await page.getByText("Kunder juli.csv er importert").waitFor({ timeout: 60_000 });
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "import-ferdig");
  owner.calm();
});
