// The other doors: the company's own login, a passkey, and the terms of use that everybody accepts.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { closeBrowser, findingsInBoth, freePort, lise, openHouse, person, picture, settle, wire } from "./house.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const packages = here("../../build/client");
let house;
let provider;

before(async () => {
  assert.ok(existsSync(`${packages}/node_modules/oidc-provider`), "python3 -B tests/client/packages.py comes first");
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  house = await openHouse({
    prepare: async ({ frist, folder, address }) => {
      writeFileSync(`${folder}/secret`, "hemmelig-prove:1+%\n", { mode: 0o600 });
      writeFileSync(
        `${folder}/terms.txt`,
        "Frist er et verktøy. Dere bestemmer hvem dere krever, og svarer for det.\n",
      );
      frist("init");
      frist(
        ...["site", "set", "--address", address, "--oidc-issuer", issuer, "--oidc-name", "Firmaets innlogging"],
        ...["--oidc-client", "frist", "--oidc-secret-file", `${folder}/secret`],
      );
      copyFileSync(here("../../tests/client/provider.mjs"), `${packages}/provider.mjs`);
      const env = { ...process.env, PORT: String(port), REDIRECT: `${address}/api/session/oidc/callback` };
      provider = spawn(process.execPath, [`${packages}/provider.mjs`], { env, stdio: ["ignore", "pipe", "ignore"] });
      await new Promise((resolve) => provider.stdout.once("data", resolve));
    },
  });
});
after(async () => {
  await closeBrowser();
  provider?.kill();
  await house?.close();
});

// The provider's own pages look for a picture and a font that are not there.
const providers = /favicon|fonts\.googleapis/;

async function leave({ page }, name) {
  await page.getByRole("button", { name: "Logg inn med Firmaets innlogging" }).click();
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("hva som helst");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("who is known comes in by the company's login, and a stranger does not", async () => {
  const owner = await person(house);
  await settle(house, owner);
  await owner.leave();

  const me = await person(house);
  me.expect(providers);
  await me.go("/logg-inn");
  await me.page.getByRole("button", { name: "Logg inn med Firmaets innlogging" }).waitFor();
  assert.deepEqual(await findingsInBoth(me.page), []);
  await picture(me.page, "logg-inn-tjeneste");
  await leave(me, "lise");
  await me.page.getByRole("heading", { name: "Her kommer det som trenger deg" }).waitFor();
  me.calm();
  await me.leave();

  const stranger = await person(house);
  stranger.expect(providers);
  // Nobody is inside when the provider sends back.
  stranger.expect(/401/);
  await stranger.go("/logg-inn");
  await leave(stranger, "fremmed");
  await stranger.page.getByText("Innloggingen hos den andre tjenesten gikk ikke").first().waitFor();
  assert.deepEqual(await findingsInBoth(stranger.page), []);
  stranger.calm();
  await stranger.leave();
});

test("a passkey is made, opens the door by itself, and is taken away", async () => {
  const me = await person(house);
  const { page } = me;
  const cdp = await wire(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const logIn = async () => {
    await page.getByLabel("E-post").fill(lise.email);
    await page.getByLabel("Passord", { exact: true }).fill(lise.password);
    await page.getByRole("button", { name: "Logg inn", exact: true }).click();
  };
  const logOut = async () => {
    await page.getByRole("button", { name: /Min konto/ }).click();
    await page.getByRole("menuitem", { name: "Logg ut" }).click();
    await page.getByLabel("E-post").waitFor();
  };
  await me.go("/logg-inn");
  await logIn();
  await page.waitForURL(/\/999999999$/);
  await me.go("/999999999/innstillinger/konto");
  await page.getByRole("button", { name: "Legg til passnøkkel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Navn på passnøkkelen").fill("Telefonen");
  await dialog.getByLabel("Passordet ditt nå", { exact: false }).first().fill(lise.password);
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "passnokkel-ny");
  await dialog.getByRole("button", { name: "Legg til passnøkkel" }).click();
  await dialog.getByText("Ta vare på disse kodene").waitFor();
  assert.equal(await dialog.locator("li code").count(), 10);
  assert.equal((await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length, 1);
  assert.deepEqual(await findingsInBoth(page), []);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Fjern passnøkkelen Telefonen" }).waitFor();
  await picture(page, "passnokler", { show: page.getByRole("button", { name: "Fjern passnøkkelen Telefonen" }) });
  await picture(page, "varsler", { show: page.getByText("Med en gang") });

  await logOut();
  await page.getByRole("button", { name: "Logg inn med passnøkkel" }).click();
  await page.waitForURL(/\/999999999$/);

  // From now on the password alone opens nothing.
  await logOut();
  await logIn();
  await page.getByRole("heading", { name: "Bekreft at det er deg" }).waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await page.getByRole("button", { name: /passnøkkel/i }).click();
  await page.waitForURL(/\/999999999$/);

  await me.go("/999999999/innstillinger/konto");
  await page.getByRole("button", { name: "Fjern passnøkkelen Telefonen" }).click();
  await dialog.getByLabel("Passordet ditt nå", { exact: false }).first().fill(lise.password);
  await dialog.getByRole("button", { name: "Fjern" }).click();
  await page.getByText("Ingen passnøkler ennå").waitFor();
  me.calm();
  await me.leave();
});

test("new terms are told on every page, read, accepted, and stand with their day", async () => {
  house.frist("terms", "add", "--title", "Vilkår 2026", "--file", `${house.folder}/terms.txt`);
  const me = await person(house);
  const { page } = me;
  await me.go("/logg-inn");
  await page.getByLabel("E-post").fill(lise.email);
  await page.getByLabel("Passord", { exact: true }).fill(lise.password);
  await page.getByRole("button", { name: "Logg inn", exact: true }).click();
  await page.getByText("Vilkårene venter på at du leser og godtar dem.").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await page.getByRole("link", { name: "Les vilkårene" }).click();
  await page.getByRole("heading", { name: "Vilkår 2026" }).waitFor();
  await page.getByText("Dere bestemmer hvem dere krever").waitFor();
  assert.deepEqual(await findingsInBoth(page), []);
  await picture(page, "vilkar");
  await page.getByRole("button", { name: "Godta vilkårene" }).click();
  await page.getByText(/Du godtok dem/).waitFor();
  await page.getByText("Vilkårene venter på at du leser og godtar dem.").waitFor({ state: "detached" });
  me.calm();
  await me.leave();
});
