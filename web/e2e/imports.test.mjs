// Files with what customers owe: one that nobody could recognise is mapped by hand and remembered, one with mistakes gives them
// back, the ledger's own total must agree, and what was taken is taken back. A hundred thousand rows tell how far they are.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture, settle } from "./house.mjs";

const at = "/999999999/import";
const head = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp";
const row = (n, due = "18.05.2026") =>
  `${n};Blid Fjellrev ${n};privat;Rypestien 4;5003;Bergen;A${n};04.05.2026;${due};1 000,00`;

let house;
let owner;
before(async () => {
  house = await openHouse();
  owner = await person(house);
  await settle(house, owner);
});
after(async () => {
  await owner?.leave();
  await house?.close();
  await closeBrowser();
});

const file = (name, lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });
const bring = async (...files) => {
  await owner.go(at);
  await owner.page.locator("input[type=file]").setInputFiles(files);
};

for (const width of [1280, 390]) {
  test(`an odd list is mapped by hand, remembered, and taken back: ${width} px`, async () => {
    const { page } = owner;
    await page.setViewportSize({ width, height: 860 });
    const odd = (n) =>
      file(`uke ${n}.csv`, ["Hvem;Hva;Bilag;Innen;Til gode", `77;Blid Fjellrev;F${width}${n};18.05.2026;700,00`]);
    await bring(odd(1));
    await page.getByRole("heading", { name: "Kolonnene" }).waitFor();
    await page.getByText("Si hvilken kolonne som er: Kundenummer, Fakturanummer, Forfallsdato, Åpent beløp.").waitFor();
    assert.deepEqual(await findingsInBoth(page), []);
    await picture(page, "import-kolonner");
    for (const [column, field] of [
      ["Hvem", "Kundenummer"],
      ["Hva", "Kundens navn"],
      ["Bilag", "Fakturanummer"],
      ["Innen", "Forfallsdato"],
      ["Til gode", "Åpent beløp"],
    ]) {
      const choice = page.getByLabel(`Hva er kolonnen ${column}?`);
      await choice.selectOption({ label: field });
      await page.waitForFunction(
        ([label, word]) => {
          const select = [...document.querySelectorAll("select")].find((one) => one.labels[0]?.textContent === label);
          return select?.selectedOptions[0]?.textContent === word;
        },
        [`Hva er kolonnen ${column}?`, field],
      );
      await page.locator('[aria-busy="true"]').waitFor({ state: "detached" });
    }
    const act = page.getByRole("button", { name: "Importer 1 rad" });
    await act.waitFor();
    await page.getByRole("button", { name: "Husk hvordan" }).click();
    await page.getByLabel(/^Navn, for eksempel/).fill("Rart program");
    await page.getByRole("dialog").getByRole("button", { name: "Husk hvordan" }).click();
    await page.getByText("Husket som Rart program").waitFor();
    await act.click();
    await page.getByText("uke 1.csv er importert").waitFor();

    await bring(odd(2));
    await page.getByText("Lest med malen Rart program.").waitFor();
    await act.click();
    await page.getByText("uke 2.csv er importert").waitFor();
    await page.getByRole("button", { name: "Angre importen" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Angre importen" }).click();
    await page.getByText(/uke 2\.csv er angret: 1 faktura tatt ut/).waitFor();
    await page.getByRole("heading", { name: "Filer som er tatt inn" }).waitFor();
    await page.getByText("uke 2.csv er importert").waitFor({ state: "detached" });
    assert.deepEqual(await findingsInBoth(page), []);
    await picture(page, "import-tatt-inn");
    await page.getByRole("button", { name: "Angre importen av uke 1.csv" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Angre importen" }).click();
    await page.getByText(/uke 1\.csv er angret/).waitFor();
    await bring(odd(3));
    await page.getByRole("button", { name: "Glem malen" }).click();
    await page.getByText("Malen Rart program er glemt").waitFor();
    await page.setViewportSize({ width: 1280, height: 860 });
    owner.calm();
  });
}

test("rows with mistakes are given back, the good ones taken, and the ledger's total must agree", async () => {
  const { page } = owner;
  await bring(file("juni.csv", [head, row(1), row(2, "31.02.2026"), row(3)]), file("juli.csv", [head, row(4)]));
  await page.getByText("1 fil til venter på tur.").waitFor();
  await page.getByText("1 rad har feil", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Importer/ }).count(), 0);
  const [rejected] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Last ned radene med feil" }).click(),
  ]);
  assert.equal(rejected.suggestedFilename(), "juni.csv.rejected.csv");
  const given = readFileSync(await rejected.path(), "utf8");
  assert.match(given, /A2;.*31\.02\.2026/);
  assert.ok(!given.includes("A1;"));
  await page.getByRole("radio", { name: "Ta inn de 2 gode radene, og la resten vente" }).check();
  const act = page.getByRole("button", { name: "Importer 2 rader" });
  await act.waitFor();
  await page.getByLabel("Åpent i alt").fill("2 500");
  await page.getByLabel("Åpent i alt").blur();
  await page.getByText("Det som er åpent i filen, er ikke det regnskapet sier.").waitFor();
  await act.waitFor({ state: "detached" });
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "import-kontroll");
  await page.getByLabel("Åpent i alt").fill("2 000");
  await page.getByLabel("Åpent i alt").blur();
  await act.click();
  await page.getByText("juni.csv er importert").waitFor();
  await page.getByRole("button", { name: "Neste fil (1 igjen)" }).click();
  await page.getByRole("button", { name: "Importer 1 rad" }).click();
  await page.getByText("juli.csv er importert").waitFor();
  owner.calm();
});

test("a hundred thousand rows tell how far they are; cancelled, they leave nothing", async () => {
  const { page } = owner;
  const rows = Array.from({ length: 100_000 }, (_, n) => row(n + 1000));
  const path = join(house.folder, "alt.csv");
  writeFileSync(path, [head, ...rows].join("\r\n"));
  await bring(path);
  const act = page.getByRole("button", { name: /^Importer 100.000 rader/ });
  await act.click({ timeout: 120_000 });
  await page.waitForURL(/jobb=\d+/);
  const bar = page.getByRole("progressbar");
  await bar.waitFor();
  const done = () => bar.evaluate((one) => one.value / one.max);
  // The file is read before its rows are counted, which a busy machine takes its time for.
  await page.waitForFunction(() => document.querySelector("progress[max]")?.value > 0, undefined, { timeout: 60_000 });
  const first = await done();
  await page.waitForFunction((before) => {
    const one = document.querySelector("progress[max]");
    return one && one.value / one.max > before;
  }, first);
  assert.ok(first > 0 && first < 1);
  await page.getByRole("button", { name: "Stopp" }).click();
  await page.getByText("Det ble stoppet. Ingenting er lagret.").waitFor({ timeout: 60_000 });
  const left = await owner.context.request.get(
    `${house.address}/api/creditors/999999999/ledger?show=all&search=A100500`,
  );
  assert.equal((await left.json()).count, 0);
  owner.calm();
});
