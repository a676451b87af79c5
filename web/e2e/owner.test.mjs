// From an empty installation to a handler who is inside with a second factor.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, openHouse, person, picture, still } from "./house.mjs";
import { totp } from "./totp.mjs";

let house;
before(async () => {
  house = await openHouse();
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const password = "blid fjellrev tar toget";

test("the first owner, the first creditor, an invitation and a second factor", async () => {
  const owner = await person(house);
  const { page } = owner;
  await page.goto(house.link);
  await page.getByRole("button", { name: "Ta Frist i bruk" }).waitFor();
  await picture(page, "start");
  await page.getByLabel("Navn").fill("Lise Mønster");
  await page.getByLabel("E-post").fill("lise@fjordror.example");
  await page.getByLabel("Passord", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Ta Frist i bruk" }).click();

  await page.getByRole("heading", { name: "Hvem krever du inn penger for?" }).waitFor();
  await picture(page, "ny-kreditor");
  await page.getByLabel("Organisasjonsnummer").fill("999 999 999");
  await page.getByLabel("Firmanavn").fill("Fjord Rør AS");
  await page.getByLabel("Kontonummer").fill("1234 56 78903");
  await page.getByLabel("Gateadresse").fill("Prøvekaien 5");
  await page.getByLabel("Postnummer").fill("5003");
  await page.getByLabel("Poststed").fill("Bergen");
  await page.getByLabel("E-post").fill("faktura@fjordror.example");
  await page.getByRole("button", { name: "Legg til kreditor" }).click();
  await page.getByRole("heading", { name: "Her kommer det som trenger deg" }).waitFor();

  await page.goto(`${house.address}/999999999/innstillinger/folk`);
  await page.getByRole("button", { name: "Inviter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-post").fill("mild@fjordror.example");
  await dialog.getByRole("button", { name: "Inviter" }).click();
  const link = await dialog.locator("code").innerText();
  owner.calm();

  const handler = await person(house);
  await handler.page.goto(link);
  await handler.page.getByRole("button", { name: "Lag kontoen" }).waitFor();
  await picture(handler.page, "invitasjon");
  await handler.page.getByLabel("Navn").fill("Mild Nordavind");
  await handler.page.getByLabel("Passord", { exact: false }).first().fill(password);
  await handler.page.getByRole("button", { name: "Lag kontoen" }).click();
  await handler.page.getByRole("heading", { name: "Hei, Mild" }).waitFor();

  await handler.go("/999999999/innstillinger/konto");
  await handler.page.getByRole("button", { name: "Slå på totrinn" }).click();
  const box = handler.page.getByRole("dialog");
  await box.getByLabel("Passordet ditt nå", { exact: false }).first().fill(password);
  await box.getByRole("button", { name: "Videre" }).click();
  await box.getByLabel("Engangskode").waitFor();
  await picture(handler.page, "totrinn");
  const secret = await box.locator("code").first().innerText();
  await box.getByLabel("Engangskode").fill(totp(secret));
  await box.getByRole("button", { name: "Bekreft koden" }).click();
  await box.getByRole("button", { name: "Jeg har tatt vare på dem" }).waitFor();
  const codes = await box.locator("li code").allInnerTexts();
  assert.ok(codes.length >= 8);
  await box.getByRole("button", { name: "Jeg har tatt vare på dem" }).click();
  handler.calm();

  // Out, and in again with a recovery code: the code of the app was used already.
  await handler.page.getByRole("button", { name: /Min konto/ }).click();
  await handler.page.getByRole("menuitem", { name: "Logg ut" }).click();
  await handler.page.getByRole("textbox", { name: "E-post" }).fill("mild@fjordror.example");
  await handler.page.getByLabel("Passord", { exact: true }).fill(password);
  await handler.page.getByRole("button", { name: "Logg inn" }).click();
  await handler.page.getByRole("heading", { name: "Bekreft at det er deg" }).waitFor();
  await picture(handler.page, "logg-inn-kode");
  await handler.page.getByLabel("Engangskode").fill(codes[0]);
  await handler.page.getByRole("button", { name: "Logg inn" }).click();
  await handler.page.getByRole("heading", { name: "Hei, Mild" }).waitFor();
  await still(handler.page);
  assert.equal(await handler.page.getByRole("link", { name: "Ny sak" }).count(), 1);
  await handler.leave();
  await owner.leave();
});

test("a wrong password is said in words, and nothing else is told", async () => {
  const stranger = await person(house);
  stranger.expect(/401/);
  await stranger.go("/logg-inn");
  await stranger.page.getByLabel("E-post").fill("lise@fjordror.example");
  await stranger.page.getByLabel("Passord", { exact: true }).fill("noe helt annet enn det");
  await stranger.page.getByRole("button", { name: "Logg inn" }).click();
  await stranger.page.getByText("E-post eller passord stemmer ikke.").first().waitFor();
  stranger.calm();
  await stranger.leave();
});
