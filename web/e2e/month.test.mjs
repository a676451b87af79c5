// A creditor's month on the screen, in three languages: import, start, print, post, pay, closed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, openHouse, person, still } from "./house.mjs";

let house;
before(async () => {
  house = await openHouse();
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const password = "blid fjellrev tar toget";
const list = (rows) =>
  Buffer.from(
    ["Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp", ...rows].join("\r\n"),
  );
const file = (rows) => ({ name: "Kunder juli.csv", mimeType: "text/csv", buffer: list(rows) });

test("the creditor is there", async () => {
  const owner = await person(house);
  const { page } = owner;
  await page.goto(house.link);
  await page.getByLabel("Navn").fill("Lise Mønster");
  await page.getByLabel("E-post").fill("lise@fjordror.example");
  await page.getByLabel("Passord", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Ta Frist i bruk" }).click();
  await page.getByLabel("Organisasjonsnummer").fill("999999999");
  await page.getByLabel("Firmanavn").fill("Fjord Rør AS");
  await page.getByLabel("Kontonummer").fill("12345678903");
  await page.getByLabel("Gateadresse").fill("Prøvekaien 5");
  await page.getByLabel("Postnummer").fill("5003");
  await page.getByLabel("Poststed").fill("Bergen");
  await page.getByLabel("E-post").fill("faktura@fjordror.example");
  await page.getByRole("button", { name: "Legg til kreditor" }).click();
  await page.getByRole("heading", { name: "Her kommer det som trenger deg" }).waitFor();
  owner.calm();
  await owner.leave();
});

async function logIn({ page }, words) {
  await page.goto(`${house.address}/logg-inn`);
  await page.getByRole("button", { name: words.language }).click();
  await page.getByLabel(words.email).fill("lise@fjordror.example");
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.logIn }).click();
  await page.waitForURL(/\/999999999$/);
  // The person's own language rules; it is changed where one changes it.
  await page.goto(`${house.address}/999999999/innstillinger/konto`);
  await page.getByRole("main").getByRole("combobox").first().selectOption(words.code);
  await page.locator("main button[type=submit]").first().click();
  await page.getByRole("heading", { level: 1, name: words.settings }).waitFor();
}

const languages = [
  {
    code: "nb",
    language: "Norsk bokmål",
    email: "E-post",
    password: "Passord",
    logIn: "Logg inn",
    settings: "Innstillinger",
    importer: /^Importer 2 rader$/,
    toLedger: "Til reskontro",
    pick: /Velg alle/,
    start: "Start",
    close: "Lukk",
    print: "Skriv ut alle",
    posted: /^Meld \d+ postlagt$/,
    report: "Meld postlagt",
    register: "Registrer innbetaling",
    amount: /Beløp/,
    closed: /^Betalt \d/,
    rows: [
      "1001;Lun Havørn;privat;Rypestien 4;5003;Bergen;A1;04.05.2026;18.05.2026;1 000,00",
      "1002;Testbygg AS;bedrift;Rypestien 5;5003;Bergen;A2;04.05.2026;18.05.2026;2 500,00",
    ],
  },
  {
    code: "en",
    language: "English",
    email: "E-mail",
    password: "Password",
    logIn: "Log in",
    settings: "Settings",
    importer: /^Import 2 rows$/,
    toLedger: "To the ledger",
    pick: /Pick all/,
    start: "Start",
    close: "Close",
    print: "Print all",
    posted: /^Report \d+ posted$/,
    report: "Report posted",
    register: "Register a payment",
    amount: /Amount/,
    closed: /^Paid \d/,
    rows: [
      "1003;Rolig Rognebær;privat;Rypestien 6;5003;Bergen;B1;04.05.2026;18.05.2026;1 000,00",
      "1004;Prøvebygg AS;bedrift;Rypestien 7;5003;Bergen;B2;04.05.2026;18.05.2026;2 500,00",
    ],
  },
  {
    code: "sv",
    language: "Svenska",
    email: "E-post",
    password: "Lösenord",
    logIn: "Logga in",
    settings: "Inställningar",
    importer: /^Importera 2 rader$/,
    toLedger: "Till reskontran",
    pick: /Välj alla/,
    start: "Starta",
    close: "Stäng",
    print: "Skriv ut alla",
    posted: /^Anmäl \d+ postade$/,
    report: "Anmäl postat",
    register: "Registrera inbetalning",
    amount: /Belopp/,
    closed: /^Betald \d/,
    rows: [
      "1005;Kvikk Lavskrike;privat;Rypestien 8;5003;Bergen;C1;04.05.2026;18.05.2026;1 000,00",
      "1006;Eksempelbygg AS;bedrift;Rypestien 9;5003;Bergen;C2;04.05.2026;18.05.2026;2 500,00",
    ],
  },
];

for (const words of languages) {
  test(`import, start, print, post, pay, closed: ${words.language}`, async () => {
    const owner = await person(house);
    const { page } = owner;
    await logIn(owner, words);

    await owner.go("/999999999/import");
    await page.locator("input[type=file]").setInputFiles(file(words.rows));
    await page.getByRole("button", { name: words.importer }).click();
    await page.getByRole("link", { name: words.toLedger }).click();

    await page.getByRole("checkbox", { name: words.pick }).check();
    await page.getByRole("button", { name: words.start, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: words.start, exact: true }).click();
    const made = page.getByRole("dialog").locator("li a");
    await made.first().waitFor();
    await still(page);
    assert.equal(await made.count(), 2);
    const address = await made.first().getAttribute("href");
    await page.getByRole("dialog").getByRole("button", { name: words.close }).last().click();

    // The night orders the letters; then they are printed and leave.
    const night = await page.request.post(`${house.address}/api/creditors/999999999/nights`, {
      headers: { "Frist-Request": "1" },
    });
    assert.ok(night.ok(), await night.text());
    await owner.go("/999999999/utskrift");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.print }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.pdf$/);
    await page.getByRole("button", { name: words.posted }).click();
    await page.getByRole("dialog").getByRole("button", { name: words.report }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });

    // One pays all that is open, and the case closes.
    await owner.go(address);
    const total = await page.evaluate(async () => {
      const [, org, , number] = location.pathname.split("/");
      const answer = await fetch(`/api/creditors/${org}/cases/${number}`);
      return (await answer.json()).balance.total;
    });
    await page.getByRole("button", { name: words.register }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words.amount).fill(total);
    await dialog.getByRole("button", { name: words.register }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("heading", { name: words.closed }).waitFor();
    owner.calm();
    await owner.leave();
  });
}
