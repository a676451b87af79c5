// Another office works for a creditor: a code is given, used, seen by both, lessened and ended. And the settings go from one
// creditor to another in a file.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, lise, openHouse, person, settle, still } from "./house.mjs";

let house;
let owner;
let agent;
const fjord = "/999999999/innstillinger";
const tall = "/988077917/innstillinger";

/** Somebody of another office: an administrator who sees their own creditor and no other. */
async function invited(name) {
  const post = async (who, path, data) => {
    const headers = { "Frist-Request": "1", "Idempotency-Key": `${name} ${path}` };
    const answer = await who.context.request.post(`${house.address}/api${path}`, { headers, data });
    assert.ok(answer.ok(), await answer.text());
    return answer.json();
  };
  await post(owner, "/creditors", {
    org_number: "988077917",
    name: "Tall og Orden AS",
    account: "12345678903",
    address: { street: "Prøvegata 1", postal_code: "9999", place: "Utopia" },
  });
  const wish = { email: "mild@tallogorden.example", role: "administrator", creditors: ["988077917"] };
  const { link } = await post(owner, "/invites", wish);
  const come = await person(house);
  await post(come, "/invites/accept", { token: link.split("#")[1], name, password: lise.password });
  return come;
}

before(async () => {
  house = await openHouse();
  owner = await person(house);
  await settle(house, owner);
  agent = await invited("Mild Nordavind");
});
after(async () => {
  await owner?.leave();
  await agent?.leave();
  await closeBrowser();
  await house?.close();
});

test("a mandate is given with a code, used by another office, lessened and ended", async () => {
  const { page } = owner;
  await owner.go(`${fjord}/fullmakter`);
  await page.getByText("Ingen andre arbeider for Fjord Rør AS").waitFor();
  await page.getByRole("button", { name: "Gi fullmakt" }).click();
  const giving = page.getByRole("dialog", { name: "Gi fullmakt" });
  await giving.getByRole("radio", { name: "Administrator" }).check();
  assert.deepEqual(await findingsInBoth(page), []);
  await giving.getByRole("button", { name: "Lag koden" }).click();
  const code = await giving.locator("code").innerText();
  assert.match(code, /^([a-z2-9]{6}-){3}[a-z2-9]{6}$/);
  assert.deepEqual(await findingsInBoth(page), []);
  await giving.getByRole("button", { name: "Lukk" }).last().click();
  await page.getByText("Koden er ikke brukt").waitFor();

  agent.expect(/status of 4\d\d/);
  await agent.go(`${tall}/fullmakter`);
  await agent.page.getByRole("button", { name: "Bruk en kode" }).click();
  const using = agent.page.getByRole("dialog", { name: "Bruk en kode" });
  await using.getByLabel("Organisasjonsnummer").fill("999 999 999");
  await using.getByRole("textbox", { name: "Kode" }).fill("abcdef-abcdef-abcdef-abcdef");
  await using.getByRole("button", { name: "Bruk en kode" }).click();
  await using
    .getByText(/^Organisasjonsnummer og kode hører ikke sammen/)
    .first()
    .waitFor();
  assert.deepEqual(await findingsInBoth(agent.page), []);
  await using.getByRole("textbox", { name: "Kode" }).fill(code.toUpperCase());
  await using.getByRole("button", { name: "Bruk en kode" }).click();
  await using.getByText(/^Du arbeider nå for Fjord Rør AS/).waitFor();
  assert.deepEqual(await findingsInBoth(agent.page), []);
  await using.getByRole("link", { name: "Gå til Fjord Rør AS" }).click();
  await agent.page.waitForURL(/\/999999999$/);
  await agent.go(`${fjord}/fullmakter`);
  await agent.page.getByText(/^Du arbeider selv for Fjord Rør AS med fullmakt/).waitFor();
  await agent.page.getByRole("table", { name: "Fullmakter du har fått" }).getByText("Du tok imot").waitFor();
  await still(agent.page);
  assert.equal(await agent.page.getByRole("button", { name: "Gi fullmakt" }).count(), 0);

  await page.reload();
  await page.getByRole("button", { name: "Valg for Mild Nordavind" }).click();
  await page.getByRole("menuitem", { name: "Endre hva de kan gjøre" }).click();
  const changing = page.getByRole("dialog", { name: "Hva Mild Nordavind kan gjøre" });
  await changing.getByRole("radio", { name: "Leser" }).check();
  await changing.getByRole("button", { name: "Lagre" }).click();
  await page
    .getByRole("row", { name: /Mild Nordavind/ })
    .getByText("Leser")
    .waitFor();
  await agent.page.reload();
  await agent.page.getByText(/ser hvem som arbeider for Fjord Rør AS med fullmakt/).waitFor();

  // The keyboard ends it.
  await page.getByRole("button", { name: "Valg for Mild Nordavind" }).focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: "Avslutt fullmakten" });
  await item.waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const ending = page.getByRole("dialog", { name: "Avslutte fullmakten til Mild Nordavind?" });
  await ending.getByText(/slipper ikke inn hos Fjord Rør AS fra neste klikk: Mild Nordavind/).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await ending.getByRole("button", { name: "Avslutt fullmakten" }).click();
  await page.getByText("Fullmakten er avsluttet").waitFor();
  await page.getByText("Ingen andre arbeider for Fjord Rør AS").waitFor();
  await agent.go("/");
  await agent.page.waitForURL(/\/988077917$/);
  owner.calm();
  agent.calm();
});

test("the settings of one creditor go to another in a file, and a wrong file is refused with its lines", async () => {
  const { page } = owner;
  owner.expect(/status of 4\d\d/);
  owner.expect(/^misread: json\.\S* .*settings\/file/); // a file that a person broke
  await owner.go(`${fjord}/alle`);
  await page.getByRole("searchbox", { name: "Søk i innstillingene" }).fill("brev om dagen");
  await page.getByText("Én innstilling", { exact: true }).waitFor();
  await page.getByRole("row", { name: /daily_letter_limit/ }).waitFor();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent som fil" }).click();
  const download = await coming;
  assert.equal(download.suggestedFilename(), "frist-999999999.json");
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(file.settings.daily_letter_limit, 0);

  const path = join(house.folder, "innstillinger.json");
  const read = async (words) => {
    await writeFile(path, words);
    await owner.go(`${tall}/alle`);
    await page.getByRole("button", { name: "Les fil" }).click();
    await page.getByLabel("Velg filen med innstillinger").setInputFiles(path);
    return page.getByRole("dialog", { name: "Les innstillinger fra fil" });
  };
  const typed = (settings) => JSON.stringify({ ...file, settings: { ...file.settings, ...settings } }, null, 2);
  let dialog = await read('{\n  "frist_settings": 1,\n  "settings": {,}\n}');
  await dialog.getByText(/^Linje 3, tegn/).waitFor();
  dialog = await read(typed({ daily_letter_limit: -1 }));
  const line = typed({})
    .split("\n")
    .findIndex((one) => one.includes('"daily_letter_limit"'));
  await dialog.getByText(`daily_letter_limit, linje ${line + 1}`).waitFor();
  await dialog.getByText("Skriv 0 når det ikke skal være noen grense.").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);

  dialog = await read(typed({ daily_letter_limit: 40 }));
  await dialog.getByRole("heading", { name: "Filen endrer én innstilling" }).waitFor();
  await dialog.getByText(/opplysninger om firmaet er andre i filen/).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await dialog.getByRole("button", { name: "Ta i bruk endringen" }).click();
  await page.getByText(/^Én innstilling er endret/).waitFor();
  const row = page.getByRole("row", { name: /daily_letter_limit/ });
  await row.getByText("Lise Mønster").waitFor();
  await still(page);
  assert.match(await row.innerText(), /40 brev om dagen\s+Ingen grense/);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("fullm");
  await page.keyboard.press("Enter");
  await page.waitForURL(/fullmakter$/);
  owner.calm();
});
