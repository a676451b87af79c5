import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { automation } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const brief = { customer: "1001", kind: "company", org_number: "", address_lines: ["Prøvekaien 5", "9999 Utopia"] };
const row = (debtor: number, group: string) => ({
  ...brief,
  debtor,
  name: `Prøve Borettslag ${debtor}`,
  group,
  running: 1,
  open: "100.00",
  signs: [],
});
const rows = [row(1, "Borettslag"), row(2, "")];
const one = {
  ...brief,
  debtor: 1,
  name: "Prøve Borettslag 1",
  group: "Borettslag",
  address: { street: "Prøvekaien 5", postal_code: "9999", place: "Utopia" },
  relation: "business",
  course: "",
  cases: [],
  earlier_addresses: [],
  ledger_address: null,
};

test("the group stands in the list, leads to all that have it, and is a column one may do without", async () => {
  const { user, asked } = await show("/999999999/skyldnere", {
    [`GET ${at}/debtors`]: { rows, count: 2 },
    "PUT /me/settings/debtor-columns": null,
  });
  const table = within(await screen.findByRole("table", { name: "Skyldnere" }));
  expect(table.getByRole("link", { name: "Filtrer på Kundegruppe Borettslag" })).toHaveAttribute(
    "href",
    "/999999999/skyldnere?gruppe=Borettslag",
  );
  await user.click(screen.getByRole("button", { name: "Kolonner" }));
  await user.click(await screen.findByRole("checkbox", { name: "Kundegruppe" }));
  expect(table.queryByRole("columnheader", { name: "Kundegruppe" })).toBeNull();
  expect(asked.find((ask) => ask.method === "PUT")?.body).toEqual({ hidden: ["group"] });
});

test("the group is changed on the debtor's page, and what the server refuses lands at the field", async () => {
  let refuses = true;
  const { user, asked } = await show("/999999999/skyldnere/1", {
    [`GET ${at}/automation`]: { ...automation, excluded_groups: ["Borettslag"] },
    [`GET ${at}/groups`]: {
      rows: [
        { name: "Borettslag", debtors: 1 },
        { name: "Idrettslag", debtors: 1 },
      ],
    },
    [`GET ${at}/debtors/1`]: one,
    [`GET ${at}/debtors/1/notes`]: { rows: [] },
    [`PATCH ${at}/debtors/1`]: () =>
      refuses ? new Refusal(422, { code: "debtor.group", field: "group", detail: "is no name of a group" }) : one,
  });
  expect(await screen.findByText("Kundegruppe: Borettslag")).toBeVisible();
  expect(await screen.findByText("Kunder i gruppen Borettslag starter ikke av seg selv.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Endre skyldneren" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Endre skyldneren" }));
  const field = await dialog.findByRole("combobox", { name: "Kundegruppe" });
  await user.clear(field);
  await user.click(await screen.findByRole("option", { name: "Idrettslag" }));
  await user.click(dialog.getByRole("button", { name: "Lagre" }));
  expect((await dialog.findAllByText(/Dette er ikke noe navn på en gruppe/)).length).toBe(2);
  refuses = false;
  await user.click(dialog.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Lagret")).toBeVisible();
  expect(asked.filter((ask) => ask.method === "PATCH").map((ask) => ask.body)).toEqual([
    { group: "Idrettslag" },
    { group: "Idrettslag" },
  ]);
});

const keeping = (kept: object) => ({
  [`GET ${at}/debtors/1`]: one,
  [`GET ${at}/debtors/1/notes`]: { rows: [] },
  [`GET ${at}/debtors/1/keeping`]: { forgotten: false, open: [], last: null, from: null, section: "", ...kept },
});

test("the page says what keeps the personal data, and until when by which law", async () => {
  await show("/999999999/skyldnere/1", keeping({ open: ["cases", "money"] }));
  expect(
    await screen.findByText("Kan ikke slettes ennå: en sak er åpen, penger skal betales tilbake."),
  ).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Slett personopplysninger…" })).toBeNull();
});

test("what the law keeps is said with its section, and no button offers it", async () => {
  await show(
    "/999999999/skyldnere/1",
    keeping({ last: "2026-04-03", from: "2032-01-01", section: "bokføringsloven § 13" }),
  );
  expect(await screen.findByText(/til og med 3\. april 2026, må oppbevares.*1\. januar 2032/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /bokføringsloven/ })).toHaveAttribute(
    "href",
    "https://lovdata.no/lov/2004-11-19-73/%C2%A713",
  );
  expect(screen.queryByRole("button", { name: "Slett personopplysninger…" })).toBeNull();
});

test("who a debtor was is erased after one more question, and a refusal is said where one pressed", async () => {
  let refuses = true;
  const { user, asked } = await show("/999999999/skyldnere/1", {
    ...keeping({ from: "2020-01-01" }),
    [`POST ${at}/debtors/1/forget`]: () =>
      refuses
        ? new Refusal(409, { code: "forget.open", detail: "has 1 open case", remedy: "Settle or close that first." })
        : one,
  });
  await user.click(await screen.findByRole("button", { name: "Slett personopplysninger…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Slett opplysningene om Prøve Borettslag 1?" }));
  await user.click(dialog.getByRole("button", { name: "Slett for godt" }));
  expect(await dialog.findByText("Noe er åpent mellom dere og skyldneren.", { exact: false })).toBeInTheDocument();
  refuses = false;
  await user.click(dialog.getByRole("button", { name: "Slett for godt" }));
  expect(await screen.findByText("Opplysningene er slettet.")).toBeInTheDocument();
  expect(asked.filter((ask) => ask.method === "POST").map((ask) => ask.path)).toEqual([
    `${at}/debtors/1/forget`,
    `${at}/debtors/1/forget`,
  ]);
});

test("an address that the ledger has told since stands beside ours, and one of the two is chosen", async () => {
  const theirs = { street: "Rypestien 9", postal_code: "5003", place: "Bergen" };
  let told: unknown = { address: theirs, lines: ["Rypestien 9", "5003 Bergen"], since: "2026-06-30" };
  const { user, asked } = await show("/999999999/skyldnere/1", {
    [`GET ${at}/debtors/1`]: () => ({ ...one, ledger_address: told }),
    [`GET ${at}/debtors/1/notes`]: { rows: [] },
    [`PATCH ${at}/debtors/1`]: () => {
      told = null;
      return { ...one, ledger_address: null };
    },
  });
  expect(await screen.findByText(/annen adresse siden 30\.06\.2026: Rypestien 9, 5003 Bergen/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Behold vår" }));
  expect(asked.find((ask) => ask.method === "PATCH")?.body).toEqual({ address: one.address });
  expect(await screen.findByText("Lagret")).toBeVisible();
  expect(screen.queryByText(/annen adresse siden/)).toBeNull();
});
