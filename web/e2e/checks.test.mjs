// Whether a debtor still lives where we write to: a firm is looked up at a register that answers as the real one does, a
// person by hand.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { closeBrowser, findingsInBoth, openHouse, person, picture } from "./house.mjs";

const at = "/999999999";
let house;
let register;
before(async () => {
  register = createServer((asked, answer) => {
    const told = {
      organisasjonsnummer: asked.url.split("/").at(-1),
      navn: "PRØVE BYGG AS",
      organisasjonsform: { kode: "AS" },
      forretningsadresse: {
        landkode: "NO",
        postnummer: "5003",
        poststed: "BERGEN",
        adresse: ["Prøvekaien 9"],
        kommunenummer: "4601",
      },
      konkurs: false,
      underAvvikling: true,
      underTvangsavviklingEllerTvangsopplosning: false,
    };
    answer.setHeader("Content-Type", "application/json").end(JSON.stringify(told));
  }).listen(0, "127.0.0.1");
  await once(register, "listening");
  process.env.FRIST_BRREG = `http://127.0.0.1:${register.address().port}`;
  house = await openHouse({ demo: true, today: "2026-04-02" });
});
after(async () => {
  await closeBrowser();
  await house?.close();
  register.close();
});

const debtorOf = async (me, kind) => {
  const answer = await me.context.request.get(`${house.address}/api/creditors/999999999/debtors?limit=200`);
  return (await answer.json()).rows.find((one) => one.kind === kind);
};

test("a firm is looked up, ours stands beside the register's, and one press takes it over", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  const firm = await debtorOf(me, "company");
  await me.go(`${at}/skyldnere/${firm.debtor}`);
  await page.getByRole("textbox", { name: /Organisasjonsnummer/ }).fill("988 077 917");
  await page.getByRole("button", { name: "Slå opp i Enhetsregisteret" }).click();
  const address = page.getByRole("table", { name: "Vårt og registerets" }).getByRole("row", { name: /^Adresse/ });
  await address.getByText("Prøvekaien 9").waitFor();
  await address.getByText("Ulikt").waitFor();
  await page.getByText("Firmaet er under avvikling.", { exact: false }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "sjekk-firma", { show: page.getByRole("button", { name: "Bruk denne" }) });
  await page.getByRole("button", { name: "Bruk denne" }).click();
  await page.getByText("Registerets opplysninger er tatt i bruk").waitFor();
  await page
    .getByRole("table", { name: "Tidligere sjekker" })
    .getByText("Registerets opplysninger tatt i bruk")
    .waitFor();
  await page.getByRole("table", { name: "Tidligere adresser" }).waitFor();
  me.calm();
  await me.leave();
});

test("a person is checked by hand, and what was found is kept with its day and who", async () => {
  const me = await person(house, { demo: true });
  const { page } = me;
  const debtor = await debtorOf(me, "person");
  await me.go(`${at}/skyldnere/${debtor.debtor}`);
  await page.getByRole("button", { name: "Noter hva du fant" }).click();
  await page.getByRole("radio", { name: "Har flyttet" }).check();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "sjekk-person", { show: page.getByRole("button", { name: "Lagre sjekken" }) });
  await page.getByRole("button", { name: "Lagre sjekken" }).click();
  const before = page.getByRole("table", { name: "Tidligere sjekker" });
  const row = before.getByRole("row", { name: /Folkeregisteret.*Har flyttet.*Lise Mønster/ });
  await row.waitFor();
  await page.getByText("Adressen er usikker.", { exact: false }).waitFor();
  await picture(page, "sjekk-gjort", { show: page.getByRole("heading", { name: "Sjekk adressen" }) });
  me.calm();
  await me.leave();
});
