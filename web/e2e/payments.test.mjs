// Money that came in: a file of the bank, a line split over two cases, one moved, and what was paid too much goes back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, settle, still } from "./house.mjs";

const fjord = "/999999999";
const ledger = [
  "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp",
  "1001;Blid Fjellrev;privat;Eksempelveien 1;5003;Bergen;F101;12.01.2026;26.01.2026;10 000,00",
  "1002;Rask Rype;privat;Eksempelveien 2;5003;Bergen;F102;14.01.2026;28.01.2026;2 450,50",
  "1003;Lun Havørn;privat;Eksempelveien 3;5003;Bergen;F103;14.01.2026;28.01.2026;4 000,00",
].join("\r\n");

/** An OCR giro file of references and øre, booked on 20 March 2026. */
function ocr(payments) {
  const day = "200326";
  const digits = (n, width) => String(n).padStart(width, "0");
  const records = payments.flatMap(([kid, ore], n) => [
    `NY091030${digits(n + 1, 7)}${day}00200000010${digits(ore, 17)}${kid.padStart(25)}000000`,
    `NY091031${digits(n + 1, 7)}000000000001${digits(n + 1, 7)}0000000${day}${"0".repeat(33)}`,
  ]);
  const sum = digits(
    payments.reduce((all, [, ore]) => all + ore, 0),
    17,
  );
  const count = digits(payments.length, 8);
  const lines = [
    `NY00001000008080000000100123456${"0".repeat(49)}`,
    `NY0900200080808080000001${"12345678903"}${"0".repeat(45)}`,
    ...records,
    `NY090088${count}${digits(records.length + 2, 8)}${sum}${day.repeat(3)}${"0".repeat(21)}`,
    `NY000089${count}${digits(records.length + 4, 8)}${sum}${day}${"0".repeat(33)}`,
  ];
  assert.ok(lines.every((line) => line.length === 80));
  return Buffer.from(`${lines.join("\n")}\n`, "latin1");
}

let house;
let me;
let cases;
before(async () => {
  house = await openHouse({ today: "2026-03-20" });
  me = await person(house);
  // Two wishes are refused on purpose: more than waits, and an account that is none.
  me.expect(/422/);
  await settle(house, me);
  const ask = async (path, options) => {
    const headers = { "Frist-Request": "1", "Idempotency-Key": `payments ${path}`, ...options.headers };
    const answer = await me.context.request.post(`${house.address}/api/creditors/999999999${path}`, {
      ...options,
      headers,
    });
    assert.ok(answer.ok(), await answer.text());
  };
  await ask("/ledger/import", {
    data: Buffer.from(ledger),
    headers: { "Content-Type": "text/csv", "Frist-File-Name": "liste.csv" },
  });
  await ask("/starts", { data: { all: true } });
  const listed = await me.context.request.get(`${house.address}/api/creditors/999999999/cases`);
  cases = Object.fromEntries((await listed.json()).rows.map((row) => [row.name, row]));
});
after(async () => {
  await me?.leave();
  await closeBrowser();
  await house?.close();
});

const tab = (page, name) => page.getByRole("navigation", { name: "Innbetalinger" }).getByRole("link", { name });
const told = (page, text) => page.getByRole("status").filter({ hasText: text }).first().waitFor();
const choose = async (page, dialog, name) => {
  await dialog.getByRole("combobox").fill(name);
  await page.getByRole("option", { name }).first().click();
};

test("a file is dropped, and the line without a case is split over two", async () => {
  const { page } = me;
  await me.go(`${fjord}/innbetalinger?fane=tilbake`);
  await page.getByRole("heading", { name: "Ingenting skal betales tilbake" }).waitFor();
  await tab(page, "Venter").click();
  await page.getByRole("button", { name: "Les bankfil" }).first().click();
  const raw = ocr([
    ["1234567897", 300_000],
    [cases["Rask Rype"].kid, 500_000],
  ]);
  await page.locator("input[type=file]").setInputFiles({ name: "mars.ocr", mimeType: "text/plain", buffer: raw });
  await page.getByRole("dialog").getByText("5 000,00 kr").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Lukk" }).last().click();

  await page.getByRole("button", { name: /^Plasser innbetaling/ }).click();
  let dialog = page.getByRole("dialog");
  await choose(page, dialog, "Blid Fjellrev");
  await dialog.getByLabel(/Beløp/).fill("3000,01");
  await dialog.getByRole("button", { name: "Plasser" }).click();
  await dialog.getByRole("alert").getByText("Så mye venter ikke").waitFor();
  await dialog.getByLabel(/Beløp/).fill("1000");
  await dialog.getByRole("button", { name: "Plasser" }).click();
  await told(page, "2 000,00 kr venter fortsatt");
  await page.getByText("av 3 000,00").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "innbetalinger-delt");
  await page.getByRole("button", { name: /^Plasser innbetaling/ }).click();
  dialog = page.getByRole("dialog");
  await choose(page, dialog, "Lun Havørn");
  await dialog.getByRole("button", { name: "Plasser" }).click();
  await page.getByRole("heading", { name: "Alle innbetalinger har funnet saken sin" }).waitFor();
  me.calm();
});

test("a payment opens with the bank's own line, is moved, and moved back", async () => {
  const { page } = me;
  await tab(page, "Innbetalt").click();
  await page.getByText("3 innbetalinger").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "innbetalinger-liste");
  const open = () =>
    page.getByRole("button", { name: `Se innbetalingen på 1 000,00 kr i sak ${cases["Blid Fjellrev"].case}` });
  await open().click();
  const sheet = page.getByRole("dialog", { name: "Innbetaling" });
  await sheet.getByText(/NY091030/).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "innbetalinger-linje");
  await sheet.getByRole("button", { name: "Flytt …" }).click();
  const dialog = page.getByRole("dialog", { name: /^Flytt/ });
  await choose(page, dialog, "Lun Havørn");
  await dialog.getByRole("button", { name: "Flytt", exact: true }).click();
  await told(page, `til sak ${cases["Lun Havørn"].case}`);
  await page.getByRole("row").filter({ hasText: "Flyttet" }).waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page.getByRole("row").filter({ hasText: "Flyttet" }).nth(1).waitFor();
  await page.getByRole("button", { name: "Filtrer på Gjelder" }).click();
  await page.getByRole("radio", { name: "Gjelder fortsatt" }).click();
  await page.waitForURL(/tatt=nei/);
  await page.getByText("3 innbetalinger").waitFor();
  await open().waitFor();
  await page.getByRole("button", { name: "Filtrer på Periode" }).click();
  await page.getByLabel("Fra og med").fill("21.03.2026");
  await page.getByLabel("Til og med").fill("19.03.2026");
  await page.getByRole("button", { name: "Bruk" }).click();
  await page.getByText("Skriv den tidligste dagen først.").waitFor();
  await page.getByLabel("Fra og med").fill("01.03.2026");
  await page.getByLabel("Til og med").fill("19.03.2026");
  await page.getByRole("button", { name: "Bruk" }).click();
  await page.waitForURL(/fra=2026-03-01&til=2026-03-19/);
  await page.getByRole("heading", { name: "Ingen innbetalinger passer filteret" }).waitFor();

  await tab(page, "Dager").click();
  await page.getByText("Alle dager går opp").waitFor();
  const day = page.getByRole("row").filter({ hasText: "8 000,00" });
  await day.getByText("Går opp").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "innbetalinger-dager");
  await day.getByRole("link").click();
  await page.waitForURL(/fane=liste&fra=2026-03-20&til=2026-03-20/);
  me.calm();
});

test("what was paid too much goes back by a file that is made once, and is told as paid", async () => {
  const { page } = me;
  await tab(page, "Tilbakebetaling").click();
  const number = cases["Rask Rype"].case;
  await page.getByRole("button", { name: `Betal tilbake i sak ${number}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Konto/).fill("12345678901");
  await dialog.getByRole("button", { name: "Betal tilbake" }).click();
  await dialog.getByRole("alert").getByText("Dette er ikke et norsk kontonummer").waitFor();
  await dialog.getByLabel(/Konto/).fill("12345678903");
  await dialog.getByRole("button", { name: "Betal tilbake" }).click();
  await page.getByRole("row").filter({ hasText: "Venter på fil" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "innbetalinger-tilbake");
  const taken = async (press) => {
    const [file] = await Promise.all([page.waitForEvent("download"), press.click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };
  const first = await taken(page.getByRole("button", { name: "Lag fil til banken (1)" }));
  assert.match(first.text, /pain\.001\.001\.03/);
  await page.getByRole("row").filter({ hasText: "I fil til banken" }).waitFor();
  await page.getByRole("button", { name: /^Lag fil/ }).waitFor({ state: "detached" });
  assert.deepEqual(await taken(page.getByRole("button", { name: /^Hent filen/ })), first);
  await page.getByRole("button", { name: /^Betalt …: Rask Rype/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Meld betalt" }).click();
  await page.getByRole("row").filter({ hasText: "Rask Rype" }).getByText("Betalt", { exact: true }).waitFor();

  await me.go(`${fjord}/saker/${number}`);
  await page.getByRole("heading", { name: /^Betalt tilbake/ }).waitFor();
  await me.go(`${fjord}/saker/${cases["Blid Fjellrev"].case}`);
  await page.getByRole("heading", { name: /^Innbetaling flyttet ut av saken/ }).waitFor();
  // On a phone nothing scrolls sideways, and a row opens as on a desk.
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["", "?fane=liste", "?fane=dager", "?fane=tilbake"]) {
    await me.go(`${fjord}/innbetalinger${path}`);
    await page.getByRole("heading", { name: "Innbetalinger", level: 1 }).waitFor();
    await still(page);
    assert.deepEqual(await findingsInBoth(page), [], path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await me.go(`${fjord}/innbetalinger?fane=liste`);
  await page.getByRole("button").filter({ hasText: "Rask Rype" }).click();
  await page.getByRole("dialog", { name: "Innbetaling" }).getByText("Betalt tilbake").first().waitFor();
  me.calm();
});
