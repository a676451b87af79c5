import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const firm = {
  debtor: 1,
  customer: "1001",
  name: "Tenkt Elektro AS",
  kind: "company",
  org_number: "888888888",
  address_lines: ["Gamleveien 1", "9999 Utopia"],
  address: { street: "Gamleveien 1", postal_code: "9999", place: "Utopia" },
  relation: "business",
  course: "",
  cases: [],
  earlier_addresses: [],
  ledger_address: null,
  checks: [],
  look_up: true,
};
const person = { ...firm, kind: "person", name: "Blid Fjellrev", org_number: "", look_up: true };
const seen = {
  org_number: "888888888",
  form: "AS",
  municipality: "4601",
  ours: { name: "Tenkt Elektro AS", org_number: "888888888", address_lines: ["Gamleveien 1", "9999 Utopia"] },
  theirs: { name: "TENKT ELEKTRO AS", org_number: "888888888", address_lines: ["Prøvekaien 9", "9999 UTOPIA"] },
  differences: [{ what: "address", ours: "Gamleveien 1, 9999 Utopia", theirs: "Prøvekaien 9, 9999 UTOPIA" }],
  warnings: [{ what: "bankrupt", says: "the firm is bankrupt", on: "2026-02-01" }],
};
const answers = (one: object, more: object = {}) => ({
  [`GET ${at}/debtors/1`]: one,
  [`GET ${at}/debtors/1/notes`]: { rows: [] },
  [`GET ${at}/debtors/1/keeping`]: { forgotten: false, open: [], last: null, from: null, section: "" },
  ...more,
});

test("a firm is looked up: ours stands beside the register's, what differs is marked, and one press takes it over", async () => {
  const { user, asked } = await show(
    "/999999999/skyldnere/1",
    answers(firm, {
      [`POST ${at}/debtors/1/register-check`]: seen,
      [`POST ${at}/debtors/1/register-check/use`]: firm,
    }),
  );
  expect(await screen.findByRole("heading", { name: "Sjekk adressen" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Slå opp i Enhetsregisteret" }));
  const table = within(await screen.findByRole("table", { name: "Vårt og registerets" }));
  const address = within(table.getByRole("row", { name: /^Adresse/ }));
  expect(address.getByText("Ulikt")).toBeVisible();
  expect(address.getByText("Prøvekaien 9")).toBeVisible();
  expect(within(table.getByRole("row", { name: /^Navn/ })).queryByText("Ulikt")).toBeNull();
  expect(screen.getByText(/Firmaet er konkurs.*Fra 1\. februar 2026/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Bruk denne" }));
  expect(await screen.findByText("Registerets opplysninger er tatt i bruk")).toBeVisible();
  expect(asked.filter((ask) => ask.method === "POST").map((ask) => [ask.path.split("/").at(-1), ask.body])).toEqual([
    ["register-check", { org_number: "888888888" }],
    ["use", { org_number: "888888888" }],
  ]);
});

test("when the register does not answer, it is said where one pressed, and the check by hand is still there", async () => {
  const { user } = await show(
    "/999999999/skyldnere/1",
    answers(firm, {
      [`POST ${at}/debtors/1/register-check`]: () =>
        new Refusal(503, { code: "register.unreachable", field: "Enhetsregisteret", detail: "Timeout was reached" }),
    }),
  );
  await user.click(await screen.findByRole("button", { name: "Slå opp i Enhetsregisteret" }));
  expect(await screen.findByText(/Brønnøysundregistrene svarer ikke/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Noter hva du fant" })).toBeVisible();
});

test("an installation that asks nobody says so, and leads to the register's own page", async () => {
  await show("/999999999/skyldnere/1", answers({ ...firm, look_up: false }));
  expect(await screen.findByRole("link", { name: "Åpne Enhetsregisteret" })).toHaveAttribute(
    "href",
    "https://virksomhet.brreg.no/nb/oppslag/enheter/888888888",
  );
  expect(screen.queryByRole("button", { name: "Slå opp i Enhetsregisteret" })).toBeNull();
});

test("a person is checked by hand, step by step, and what was found is kept with its day", async () => {
  const { user, asked } = await show(
    "/999999999/skyldnere/1",
    answers(person, { [`POST ${at}/debtors/1/checks`]: person }),
  );
  expect(await screen.findByText(/Slå opp personen i Folkeregisteret/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Slå opp i Enhetsregisteret" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Noter hva du fant" }));
  await user.click(screen.getByRole("button", { name: "Lagre sjekken" }));
  expect((await screen.findAllByText("Velg hva du fant.")).length).toBe(2);
  await user.click(screen.getByRole("radio", { name: /Død/ }));
  await user.type(await screen.findByRole("textbox", { name: /Dødsdag/ }), "20.2.26");
  await user.type(screen.getByRole("textbox", { name: /Merknad/ }), "Sønnen ringte.");
  await user.click(screen.getByRole("button", { name: "Lagre sjekken" }));
  expect(await screen.findByText("Sjekken er lagret")).toBeVisible();
  const kept = asked.find((ask) => ask.method === "POST")?.body as Record<string, string>;
  expect(kept).toMatchObject({ where: "population", result: "dead", dead_on: "2026-02-20", note: "Sønnen ringte." });
  expect(kept.on).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("the checks of before are told, the latest first", async () => {
  const checks = [
    { where: "population", on: "2026-02-01", result: "moved", by: "Lise Mønster" },
    { where: "business", on: "2026-02-20", result: "taken over", by: "" },
  ];
  await show("/999999999/skyldnere/1", answers({ ...person, checks, address_doubtful: true }));
  const rows = within(await screen.findByRole("table", { name: "Tidligere sjekker" })).getAllByRole("row");
  expect(rows[1]).toHaveTextContent("Registerets opplysninger tatt i bruk");
  expect(rows[2]).toHaveTextContent(/Folkeregisteret.*Har flyttet.*Lise Mønster/);
  expect(screen.getByText(/Adressen er usikker/)).toBeVisible();
});
