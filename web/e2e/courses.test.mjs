// A course of one's own, in the demo: written against the law, played on the ledger, kept, chosen, and changed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, findings, openHouse, person, still } from "./house.mjs";

let house;
before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-02" });
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const at = "/999999999";

test("a course of one's own is written, played, kept and chosen", async () => {
  const me = await person(house, { demo: true });
  me.expect(/the server responded with a status of 4\d\d/);
  const { page } = me;
  await me.go(`${at}/lop`);
  await page
    .locator("article", { hasText: "Egeninkasso, vanlig" })
    .getByRole("link", { name: "Lag ditt eget av dette" })
    .click();
  const notice = page.getByRole("group", { name: "Steg 3: Inkassovarsel" });
  const days = page.getByRole("region", { name: "Dagene for en eksempelfaktura" });
  await days.getByText("Betalingsoppfordring").waitFor();
  await still(page);
  const before = await days.innerText();

  await notice.getByLabel("Frist, dager").fill("13");
  await notice.getByText("Fristen i inkassovarselet må være minst 14 dager").waitFor();
  assert.match(await notice.getByRole("link", { name: "inkassoloven § 9" }).getAttribute("href"), /lovdata\.no/);
  assert.deepEqual(await findings(page), []);
  await notice.getByLabel("Frist, dager").fill("20");
  await notice.getByText("må være minst").waitFor({ state: "hidden" });
  await page.waitForFunction(
    (old) => document.querySelector('section[aria-label="Dagene for en eksempelfaktura"]').innerText !== old,
    before,
  );

  await page.getByRole("button", { name: "Flytt Betalingsoppfordring opp" }).click();
  await page.getByText("En betalingsoppfordring kan bare sendes etter et inkassovarsel").waitFor();
  await page.getByRole("button", { name: "Flytt Betalingsoppfordring ned" }).click();
  await page.getByRole("button", { name: "Fjern Vennlig påminnelse" }).click();

  await page.getByRole("button", { name: "Prøvekjør" }).click();
  await page.waitForURL(/utkast=begge/);
  await page.getByRole("heading", { level: 1, name: "Prøvekjøring" }).waitFor();
  await page.getByRole("button", { name: "Prøvekjør" }).click();
  await page.getByRole("heading", { name: "Dag for dag" }).waitFor();
  assert.match(page.url(), /utkast=begge/);
  await page.goBack();
  await page.getByText("Utkastet ditt er hentet frem igjen.").waitFor();
  await still(page);
  assert.equal(
    await page.getByRole("group", { name: "Steg 2: Inkassovarsel" }).getByLabel("Frist, dager").inputValue(),
    "20",
  );

  await page.getByLabel("Navn på løpet").fill("no.standard");
  await page.getByRole("button", { name: "Lagre løpet" }).click();
  await page.getByText("Dette løpet følger med og endres ikke.").waitFor();
  await page.getByLabel("Navn på løpet").fill("Mild og lang");
  await page.getByRole("button", { name: "Lagre løpet" }).click();
  await page.getByRole("heading", { level: 1, name: "Mild og lang" }).waitFor();

  await page.getByLabel("Dager til penger på vei").fill("61");
  await page.getByText("Skriv 0 til 60 bankdager.").waitFor();
  await page.getByLabel("Dager til penger på vei").fill("5");
  await page.getByText("Skriv 0 til 60 bankdager.").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Lagre som ny versjon" }).click();
  await page.getByText("Lagret som versjon 2.").waitFor();
  await page.getByLabel("Versjon som vises").selectOption("1");
  await page.waitForURL(/versjon=1/);
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some((one) => one.value === "3"));

  await me.go(`${at}/lop`);
  await page.getByLabel("For privatpersoner").selectOption("Mild og lang");
  await page.getByText("Mild og lang er nå det vanlige løpet").waitFor();
  await page.getByRole("button", { name: "Angre" }).click();
  await page.waitForFunction(() => document.querySelector("select").value === "no.standard");

  await page.getByRole("link", { name: "Mild og lang" }).click();
  await page.getByRole("button", { name: "Avslutt løpet" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Avslutt løpet" }).click();
  await page.getByText("Mild og lang er avsluttet").waitFor();
  await page.getByRole("heading", { level: 1, name: "Løp" }).waitFor();
  await page.getByRole("link", { name: "Mild og lang" }).waitFor({ state: "detached" });
  me.calm();
  await me.leave();
});
