import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { me } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/innstillinger/konto";
const off = { ready: false, legal: false, held: false, pace: "daily", hindrance: null };
const answers = {
  "GET /me/sessions": { rows: [] },
  "GET /me/passkeys": { rows: [] },
  "GET /me/notifications": off,
};

test("what one is told of counts at once, and is taken back when the server says no", async () => {
  let refuse = false;
  const { user, asked } = await show(path, {
    ...answers,
    "PUT /me/notifications": () =>
      refuse ? new Refusal(503, { code: "store.busy", detail: "busy" }) : { ...off, legal: true },
  });
  const legal = await screen.findByRole("checkbox", { name: /En sak er blitt rettslig/ }, { timeout: 5000 });
  await user.click(legal);
  expect(await screen.findByText("Varslene er lagret")).toBeVisible();
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual({ legal: true });
  refuse = true;
  await user.click(screen.getByRole("checkbox", { name: /Et brev eller en sak er stanset/ }));
  expect(await screen.findByText("Kode store.busy")).toBeVisible();
  await waitFor(() =>
    expect(screen.getByRole("checkbox", { name: /Et brev eller en sak er stanset/ })).not.toBeChecked(),
  );
});

test("the secret of the second factor is a picture, too", async () => {
  const { user } = await show(path, {
    ...answers,
    "POST /me/second-factor": { secret: "ABCDEFGH", uri: "otpauth://totp/x", qr: { size: 33, path: "M4 4h7v1H4z" } },
  });
  await user.click(await screen.findByRole("button", { name: "Slå på totrinn" }));
  const dialog = await screen.findByRole("dialog", { name: "Slå på totrinn" });
  await user.type(await within(dialog).findByLabelText("Passordet ditt nå"), "hemmelig");
  await user.click(within(dialog).getByRole("button", { name: "Videre" }));
  expect(await within(dialog).findByRole("img", { name: "QR-kode for appen" })).toBeVisible();
});

test("a passkey is taken away with the password", async () => {
  const { user, asked } = await show(path, {
    ...answers,
    "GET /me/passkeys": {
      rows: [{ passkey: 4, name: "Telefonen", made: "2026-07-01T08:00:00Z", last_used: null }],
    },
    "DELETE /me/passkeys/4": null,
  });
  await user.click(await screen.findByRole("button", { name: "Fjern passnøkkelen Telefonen" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(await within(dialog).findByLabelText("Passordet ditt nå"), "hemmelig");
  await user.click(within(dialog).getByRole("button", { name: "Fjern" }));
  expect(await screen.findByText("Passnøkkelen er fjernet")).toBeVisible();
  expect(asked.find((one) => one.method === "DELETE")?.body).toEqual({ password: "hemmelig" });
});

test("where everybody must have a second factor, one comes to the account first", async () => {
  const { router } = await show("/999999999/saker", { ...answers, "GET /me": { ...me, factor_wanted: true } });
  expect(await screen.findByText(/krever totrinn av alle/, {}, { timeout: 5000 })).toBeVisible();
  expect(router.state.location.pathname).toBe(path);
});

test("new terms are told of on every page, and accepted", async () => {
  const terms = {
    current: 2,
    waiting: true,
    rows: [
      { version: 2, from: "2026-07-01", title: "Vilkår for bruk", text: "Slik er det nå.", accepted: null },
      {
        version: 1,
        from: "2026-01-01",
        title: "Vilkår for bruk",
        text: "Slik var det.",
        accepted: "2026-01-02T08:00:00Z",
      },
    ],
  };
  const { user, asked } = await show("/999999999/saker", {
    [`GET ${at}/terms`]: terms,
    [`POST ${at}/terms/2/acceptance`]: { ...terms, waiting: false },
  });
  await user.click(await screen.findByRole("link", { name: "Les vilkårene" }));
  expect(await screen.findByText("Slik er det nå.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Godta vilkårene" }));
  expect(await screen.findByText("Vilkårene er godtatt")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Godta vilkårene" })).toBeNull();
  expect(asked.some((one) => one.method === "POST" && one.path.endsWith("/terms/2/acceptance"))).toBe(true);
});

test("the installation's provider stands beside the password", async () => {
  await show("/logg-inn", {
    "GET /me": new Refusal(401, { code: "access.session" }),
    "GET /session/providers": { rows: [{ provider: "oidc", name: "Kontoret" }], passkeys: false },
  });
  expect(await screen.findByRole("button", { name: "Logg inn med Kontoret" })).toBeVisible();
});
