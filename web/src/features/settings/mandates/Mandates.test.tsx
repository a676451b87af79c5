import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { me, meWith } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";
import type { Mandate, OwnMandate } from "../api/mandates";

const at = "/creditors/999999999";
const path = "/999999999/innstillinger/fullmakter";
const taken: Mandate = {
  mandate: 3,
  role: "handler",
  made: "2026-05-01T08:00:00Z",
  made_by: "Lise Martinsen",
  expires: null,
  taken: "2026-05-02T08:00:00Z",
  taken_by: "Per Prøve",
  people: ["Per Prøve", "Kari Prøve"],
};
const waits: Mandate = {
  ...taken,
  mandate: 4,
  role: "reader",
  expires: "2026-07-13T08:00:00Z",
  taken: null,
  taken_by: null,
  people: [],
};
const own: OwnMandate = {
  mandate: 7,
  creditor: { ...me.creditors[1]!, role: "handler", mandate: 7 },
  role: "handler",
  taken: "2026-06-01T08:00:00Z",
  mine: true,
};
const none = { rows: [] };

test("who works for the creditor stands there, and the end of it says who is out", async () => {
  let rows = [taken, waits];
  const { user, asked } = await show(path, {
    [`GET ${at}/mandates`]: () => ({ rows }),
    "GET /mandates": none,
    [`DELETE ${at}/mandates/3`]: () => {
      rows = [waits];
      return null;
    },
  });
  const table = await screen.findByRole("table", { name: "Fullmakter" }, { timeout: 5000 });
  const row = within(table).getByRole("row", { name: /Per Prøve, Kari Prøve/ });
  expect(row).toHaveTextContent("Saksbehandler");
  expect(row).toHaveTextContent("02.05.2026");
  expect(row).toHaveTextContent("I kraft");
  expect(within(table).getByRole("row", { name: /Ingen ennå/ })).toHaveTextContent("Koden er ikke brukt");
  await user.click(within(row).getByRole("button", { name: "Valg for Per Prøve, Kari Prøve" }));
  await user.click(await screen.findByRole("menuitem", { name: "Avslutt fullmakten" }));
  const dialog = await screen.findByRole("dialog", { name: "Avslutte fullmakten til Per Prøve og én til?" });
  expect(dialog).toHaveTextContent("Alle 2 som arbeider med den, slipper ikke inn hos Fjord Rør AS");
  await user.click(within(dialog).getByRole("button", { name: "Avslutt fullmakten" }));
  expect(await screen.findByText("Fullmakten er avsluttet")).toBeVisible();
  await waitFor(() => expect(screen.queryByText(/Kari Prøve/)).toBeNull());
  expect(asked.filter((one) => one.method === "DELETE")).toHaveLength(1);
});

test("an end that is refused says why, and the dialog stays", async () => {
  const { user } = await show(path, {
    [`GET ${at}/mandates`]: { rows: [waits] },
    "GET /mandates": none,
    [`DELETE ${at}/mandates/4`]: new Refusal(404, {
      code: "mandate.unknown",
      detail: "there is no such mandate",
      remedy: "Look at the list of mandates.",
    }),
  });
  await user.click(await screen.findByRole("button", { name: /^Valg for koden som varer til/ }, { timeout: 5000 }));
  await user.click(await screen.findByRole("menuitem", { name: "Trekk tilbake koden" }));
  const dialog = await screen.findByRole("dialog", { name: "Trekke tilbake koden?" });
  await user.click(within(dialog).getByRole("button", { name: "Trekk tilbake koden" }));
  expect(await within(dialog).findByText("Det er ingen slik fullmakt.")).toBeVisible();
});

test("a mandate is given: its code is shown once, with what to hand on", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}/mandates`]: none,
    "GET /mandates": none,
    [`POST ${at}/mandates`]: { mandate: waits, code: "abcdef-ghjkmn-pqrstu-vwxyz2" },
  });
  expect(await screen.findByText("Ingen andre arbeider for Fjord Rør AS", {}, { timeout: 5000 })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Gi fullmakt" }));
  const dialog = await screen.findByRole("dialog", { name: "Gi fullmakt" });
  await user.click(within(dialog).getByRole("radio", { name: "Leser" }));
  await user.click(within(dialog).getByRole("button", { name: "Lag koden" }));
  expect(await within(dialog).findByText("abcdef-ghjkmn-pqrstu-vwxyz2")).toBeVisible();
  expect(dialog).toHaveTextContent("organisasjonsnummeret 999999999");
  const post = asked.find((one) => one.method === "POST");
  expect(post?.body).toEqual({ role: "reader" });
  expect(post?.headers.get("Idempotency-Key")).toBeTruthy();
});

test("the role of a mandate is changed", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}/mandates`]: { rows: [taken] },
    "GET /mandates": none,
    [`PATCH ${at}/mandates/3`]: { ...taken, role: "administrator" },
  });
  await user.click(await screen.findByRole("button", { name: /^Valg for Per/ }, { timeout: 5000 }));
  await user.click(await screen.findByRole("menuitem", { name: "Endre hva de kan gjøre" }));
  const dialog = await screen.findByRole("dialog", { name: "Hva Per Prøve og én til kan gjøre" });
  expect(within(dialog).getByRole("radio", { name: "Saksbehandler" })).toBeChecked();
  await user.click(within(dialog).getByRole("radio", { name: "Administrator" }));
  await user.click(within(dialog).getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Lagret")).toBeVisible();
  expect(asked.find((one) => one.method === "PATCH")?.body).toEqual({ role: "administrator" });
});

test("a code is used; what is wrong with it stands at its field", async () => {
  let wrong = true;
  const { user, asked } = await show(path, {
    [`GET ${at}/mandates`]: none,
    "GET /mandates": none,
    "POST /mandates": () =>
      wrong
        ? new Refusal(422, {
            code: "mandate.code",
            field: "code",
            detail: "organisation number and code do not belong together, or the code was used or has ended",
            remedy: "Compare both with what the creditor gave you, or ask there for a new code.",
          })
        : { mandate: 7, creditor: own.creditor },
  });
  await user.click(await screen.findByRole("button", { name: "Bruk en kode" }, { timeout: 5000 }));
  const dialog = await screen.findByRole("dialog", { name: "Bruk en kode" });
  const use = within(dialog).getByRole("button", { name: "Bruk en kode" });
  await user.click(use);
  expect(await within(dialog).findAllByText("Skriv koden du fikk fra kreditoren.")).toHaveLength(2);
  await user.type(within(dialog).getByLabelText(/^Organisasjonsnummer/), "988077917");
  await user.type(within(dialog).getByLabelText(/^Kode/), "abcdef");
  await user.click(use);
  expect((await within(dialog).findAllByText(/^Organisasjonsnummer og kode hører ikke sammen/)).length).toBe(2);
  expect(within(dialog).getByLabelText(/^Kode/)).toHaveAccessibleDescription(/hører ikke sammen/);
  wrong = false;
  await user.click(use);
  expect(await within(dialog).findByText(/^Du arbeider nå for Tall og Orden AS/)).toBeVisible();
  expect(within(dialog).getByRole("link", { name: "Gå til Tall og Orden AS" })).toHaveAttribute("href", "/988077917");
  expect(asked.filter((one) => one.method === "POST")[0]?.body).toEqual({ org_number: "988077917", code: "abcdef" });
});

test("one leaves a creditor of others", async () => {
  let rows = [own];
  const { user } = await show(path, {
    [`GET ${at}/mandates`]: none,
    "GET /mandates": () => ({ rows }),
    "DELETE /mandates/7": () => {
      rows = [];
      return null;
    },
  });
  const table = await screen.findByRole("table", { name: "Fullmakter du har fått" }, { timeout: 5000 });
  expect(within(table).getByRole("row", { name: /Tall og Orden AS/ })).toHaveTextContent("Du tok imot");
  await user.click(screen.getByRole("button", { name: "Slutt: Tall og Orden AS" }));
  const dialog = await screen.findByRole("dialog", { name: "Slutte å arbeide for Tall og Orden AS?" });
  expect(dialog).toHaveTextContent("Er du den siste, er den slutt");
  await user.click(within(dialog).getByRole("button", { name: "Slutt" }));
  expect(await screen.findByText("Du arbeider ikke lenger for Tall og Orden AS")).toBeVisible();
  expect(await screen.findByText("Du har ingen fullmakt fra andre")).toBeVisible();
});

test("who may not sees why", async () => {
  const { asked } = await show(path, { "GET /me": meWith(["read_cases", "read_reports"]), "GET /mandates": none });
  expect(await screen.findByText(/Be eieren eller en administrator\.$/, {}, { timeout: 5000 })).toBeVisible();
  expect(await screen.findByText(/^En kode brukes av en eier/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Gi fullmakt" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Bruk en kode" })).toBeNull();
  expect(asked.some((one) => one.path === `${at}/mandates`)).toBe(false);
});

test("who works for the creditor by a mandate reads the list and gives none", async () => {
  const creditors = me.creditors.map((one) => ({ ...one, role: "administrator" as const, mandate: 3 }));
  await show(path, {
    "GET /me": { ...me, creditors },
    [`GET ${at}/mandates`]: { rows: [taken] },
    "GET /mandates": none,
  });
  expect(
    await screen.findByText(/^Du arbeider selv for Fjord Rør AS med fullmakt/, {}, { timeout: 5000 }),
  ).toBeVisible();
  expect(await screen.findByRole("row", { name: /Per Prøve/ })).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Valg for/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Gi fullmakt" })).toBeNull();
});

test("invented cases have no mandates, and say so", async () => {
  const creditors = me.creditors.map((one) => ({ ...one, practice_today: "2026-07-06" }));
  await show(path, { "GET /me": { ...me, creditors }, [`GET ${at}/mandates`]: none, "GET /mandates": none });
  const give = await screen.findByRole("button", { name: "Gi fullmakt" }, { timeout: 5000 });
  expect(give).toHaveAttribute("aria-disabled", "true");
  expect(give).toHaveAccessibleDescription(/oppdiktede/);
});
