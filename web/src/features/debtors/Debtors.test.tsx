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
