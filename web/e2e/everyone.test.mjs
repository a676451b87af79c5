// For everyone: axe finds nothing on any page, light and dark, wide and narrow, with what opens opened; and no page
// scrolls sideways at 320 px. Pictures of all of them stand in e2e/pictures when PICTURES is set.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { closeBrowser, findings, openHouse, person, still } from "./house.mjs";

const pictures = process.env.PICTURES ? fileURLToPath(new URL("pictures/", import.meta.url)) : undefined;
let house;
before(async () => {
  house = await openHouse({ demo: true, today: "2026-04-02" });
  house.frist("--creditor", "999999999", "debtor", "1004", "set", "--group", "Borettslag");
  if (pictures) mkdirSync(pictures, { recursive: true });
});
after(async () => {
  await closeBrowser();
  await house?.close();
});

const at = "/999999999";
const button = (name) => (page) => page.getByRole("button", { name }).first().click();
const menuItem = (name, item) => async (page) => {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("menuitem", { name: item }).click();
};
// What is asked for after the page stands.
const listed = (page) => page.locator("ol li").first().waitFor();
const menu = (name) => async (page) => {
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem").first().waitFor();
};
const pages = {
  "logg-inn": ["/logg-inn"],
  "i-dag": [at],
  saker: [`${at}/saker`],
  "saker-ingen": [`${at}/saker?sok=finnes-ikke&status=legal`],
  "saker-visninger": [`${at}/saker`, menu("Visninger"), 1280],
  "saker-mange": [
    `${at}/saker`,
    async (page) => {
      await page.getByRole("checkbox", { name: /Velg alle/ }).check();
      await page.getByRole("button", { name: "Sett på vent" }).click();
    },
    1280,
  ],
  "saker-inaktive": [`${at}/saker?fane=inactive`],
  sak: [`${at}/saker/3`],
  "sak-hvorfor": [`${at}/saker/3`, button(/^Hvorfor 1/)],
  "sak-handlinger": [`${at}/saker/3?vis=handlinger`],
  "sak-logg": [`${at}/saker/3?vis=logg`],
  "sak-dokumenter": [`${at}/saker/3?vis=dokumenter`],
  "sak-notater": [`${at}/saker/3?vis=notater`],
  "sak-betalt": [`${at}/saker/1`],
  "sak-skyldner": [`${at}/saker/3`, button("Skyldnerinfo")],
  "sak-mer": [`${at}/saker/3`, menu("Mer")],
  "ny-sak": [`${at}/saker/ny`, button("Start saken")],
  reskontro: [`${at}/reskontro`],
  utskrift: [`${at}/utskrift`],
  "utskrift-kommer": [`${at}/utskrift?vis=kommer`],
  innbetalinger: [`${at}/innbetalinger`],
  "innbetalinger-fil": [`${at}/innbetalinger`, button("Les bankfil")],
  "innbetalinger-plasser": [`${at}/innbetalinger`, button(/^Plasser/)],
  rapporter: [`${at}/rapporter`],
  rapport: [`${at}/rapporter/ageing`],
  "rapport-periode": [`${at}/rapporter/payments`, button(/^Filtrer på Periode/)],
  "rapport-dag": [`${at}/rapporter/payments`, button(/^Kjent per/)],
  "rapport-deler": [`${at}/rapporter/cases`, button(/^Filtrer på Delt etter/)],
  "rapport-tom": [`${at}/rapporter/forecast`],
  beslutninger: [`${at}/beslutninger`],
  import: [`${at}/import`],
  eksport: [`${at}/eksport`],
  "eksport-kolonner": [`${at}/eksport`, button("Velg kolonner og rekkefølge")],
  "eksport-lagre": [`${at}/eksport`, button("Lagre eksporten")],
  "eksport-lagrede": [`${at}/eksport?fane=lagrede`],
  "eksport-filer": [`${at}/eksport?fane=filer`],
  lop: [`${at}/lop`, listed],
  "lop-ferdig": [`${at}/lop/ett?navn=no.standard`, listed],
  "lop-nytt": [
    `${at}/lop/ny?fra=no.debet`,
    async (page) => {
      await page.getByLabel("Frist, dager").first().fill("13");
      await page.getByText("Fristen i inkassovarsel").waitFor();
    },
  ],
  provekjoring: [`${at}/lop/provekjoring?kjor=ja`, listed],
  skyldnere: [`${at}/skyldnere`],
  skyldner: [`${at}/skyldnere/3`],
  "skyldnere-kolonner": [`${at}/skyldnere`, button("Kolonner"), 1280],
  "skyldner-endre": [`${at}/skyldnere/3`, button("Endre skyldneren")],
  firma: [`${at}/innstillinger`],
  automatikk: [`${at}/innstillinger/automatikk`],
  "automatikk-grupper": [
    `${at}/innstillinger/automatikk`,
    async (page) => {
      await page.getByRole("button", { name: "Legg til gruppen" }).click();
      await page.getByRole("combobox", { name: "Kundegruppe" }).click();
      await page.getByRole("option", { name: "Borettslag" }).waitFor();
    },
  ],
  brevtekster: [`${at}/innstillinger/brevtekster`],
  brevtekst: [`${at}/innstillinger/brevtekster/notice/nb?ved=klarhet`],
  "brevtekst-ord": [`${at}/innstillinger/brevtekster/demand/nb?ved=ord`],
  integrasjon: [`${at}/innstillinger/integrasjon`, button("Sett opp integrasjon")],
  kreditorer: [`${at}/innstillinger/kreditorer`],
  "kreditorer-mange": [`${at}/innstillinger/kreditorer`, button("Legg til mange fra fil")],
  folk: [`${at}/innstillinger/folk`],
  "folk-inviter": [`${at}/innstillinger/folk`, button("Inviter")],
  fullmakter: [`${at}/innstillinger/fullmakter`],
  "fullmakter-gi": [`${at}/innstillinger/fullmakter`, button("Gi fullmakt")],
  "fullmakter-kode": [`${at}/innstillinger/fullmakter`, button("Bruk en kode")],
  nokler: [`${at}/innstillinger/nokler`],
  logg: [`${at}/innstillinger/logg`],
  "alle-innstillinger": [`${at}/innstillinger/alle`],
  "alle-innstillinger-fil": [`${at}/innstillinger/alle`, button("Les fil")],
  konto: [`${at}/innstillinger/konto`],
  hjelp: [`${at}/saker`, menuItem("Hjelp", "Hjelp til denne siden")],
  "hjelp-alle": [`${at}/saker`, menuItem("Hjelp", "Alle artikler")],
  omvisning: [`${at}/saker`, menuItem("Hjelp", "Ta omvisningen")],
  "skyldner-mangler": [`${at}/reskontro`, button(/Kunden mangler postadresse/)],
  palett: [at, (page) => page.keyboard.press("Control+k")],
  finnes: [`${at}/finnes-ikke`],
};

for (const width of [1280, 390])
  test(`axe finds nothing, in the light and in the dark: ${width} px`, async () => {
    const me = await person(house, { demo: true, width });
    const found = [];
    for (const [name, [path, open, least = 0]] of Object.entries(pages)) {
      // What picks many rows is for a desk.
      if (width < least) continue;
      await me.page.emulateMedia({ colorScheme: "light" });
      await me.go(path);
      await me.page.getByRole("heading", { level: 1 }).first().waitFor();
      await still(me.page);
      await open?.(me.page);
      for (const scheme of ["light", "dark"]) {
        await me.page.emulateMedia({ colorScheme: scheme });
        for (const finding of await findings(me.page)) found.push(`${name}, ${scheme}: ${finding}`);
        const shown = await me.page.locator("html").getAttribute("data-mantine-color-scheme");
        if (shown !== scheme) found.push(`${name}: is ${shown} where ${scheme} was asked for`);
        if (pictures) await me.page.screenshot({ path: `${pictures}${name}-${width}-${scheme}.png` });
      }
      // Lists and columns scroll; what stands around them stays.
      const long = await me.page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      if (long > 1) found.push(`${name}: the page is ${long} px longer than the window`);
    }
    assert.deepEqual(found, []);
    me.calm();
    await me.leave();
  });

test("nothing scrolls sideways at 320 px", async () => {
  const me = await person(house, { demo: true, width: 320 });
  const wide = [];
  for (const [name, [path]] of Object.entries(pages)) {
    await me.go(path);
    await me.page.getByRole("heading", { level: 1 }).first().waitFor();
    await still(me.page);
    if (await me.page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) wide.push(name);
  }
  assert.deepEqual(wide, []);
  me.calm();
  await me.leave();
});
