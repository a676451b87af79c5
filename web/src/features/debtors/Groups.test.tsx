import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { creditor, me, meWith } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/skyldnere";
const row = (debtor: number, group: string) => ({
  customer: `100${debtor}`,
  kind: "company",
  org_number: "",
  address_lines: ["Prøvekaien 5", "9999 Utopia"],
  debtor,
  name: `Prøve Borettslag ${debtor}`,
  group,
  running: 1,
  open: "100.00",
  signs: [],
});
const rows = [row(1, "Borettslag"), row(2, ""), row(3, "Idrettslag")];
const groups = {
  rows: [
    { name: "Borettslag", debtors: 12 },
    { name: "Idrettslag", debtors: 1 },
  ],
};
const answers = { [`GET ${at}/debtors`]: { rows, count: 3 }, [`GET ${at}/groups`]: groups };

test("a group is chosen by its name with its count, stands in the address, and is cleared by itself", async () => {
  const { user, asked, router } = await show(`${path}?sok=prøve`, answers);
  await user.click(await screen.findByRole("button", { name: "Filtrer på Kundegruppe" }));
  await user.click(await screen.findByRole("checkbox", { name: "Borettslag (12)" }));
  await waitFor(() => expect(router.state.location.search).toBe("?sok=pr%C3%B8ve&gruppe=Borettslag"));
  await waitFor(() => expect(asked.some((one) => one.query.get("group") === "Borettslag")).toBe(true));
  await user.click(screen.getByRole("button", { name: "Fjern filteret Kundegruppe" }));
  await waitFor(() => expect(router.state.location.search).toBe("?sok=pr%C3%B8ve"));
});

test("filters and order of the debtors are asked of the server, and a reset leaves the search", async () => {
  const { user, asked, router } = await show(
    `${path}?sok=prøve&saker=i-gang&adresse=mangler&sorter=open&retning=ned`,
    answers,
  );
  await screen.findByRole("table", { name: "Skyldnere" });
  const query = asked.find((one) => one.path.endsWith("/debtors"))?.query;
  expect(Object.fromEntries(query ?? [])).toMatchObject({
    search: "prøve",
    running: "true",
    address_missing: "true",
    sort: "open",
    direction: "down",
  });
  expect(screen.getByRole("columnheader", { name: /Utestående/ })).toHaveAttribute("aria-sort", "descending");
  await user.click(screen.getByRole("button", { name: "Fjern alle filtre" }));
  await waitFor(() => expect(router.state.location.search).toBe("?sok=pr%C3%B8ve&sorter=open&retning=ned"));
});

test("picked by the keyboard they go into a group, and back into what they had", async () => {
  let n = 0;
  const { user, asked } = await show(path, {
    ...answers,
    [`POST ${at}/debtors/group`]: () => {
      n += 1;
      return {
        count: 2,
        changed: 2,
        before:
          n > 1
            ? []
            : [
                { group: "", debtors: [2] },
                { group: "Borettslag", debtors: [1] },
              ],
      };
    },
  });
  await screen.findByRole("table", { name: "Skyldnere" });
  await user.keyboard("jxjx");
  expect(await screen.findByText("2 skyldnere valgt")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Sett gruppe …" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Kundegruppe for 2 skyldnere" }));
  await user.type(dialog.getByRole("combobox", { name: "Kundegruppe" }), "Idr");
  await user.click(await screen.findByRole("option", { name: "Idrettslag" }));
  await user.click(dialog.getByRole("button", { name: "Sett gruppen" }));
  expect(await screen.findByText("2 skyldnere er nå i Idrettslag")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Angre" }));
  expect(await screen.findByText("Alle er tilbake i gruppene de hadde")).toBeVisible();
  expect(asked.filter((one) => one.method === "POST").map((one) => one.body)).toEqual([
    { group: "Idrettslag", debtors: [1, 2] },
    { group: "", debtors: [2] },
    { group: "Borettslag", debtors: [1] },
  ]);
});

test("all that match means the filter and the number one saw; a change since is said and nothing is done", async () => {
  const { user, asked } = await show(`${path}?gruppe=Borettslag`, {
    ...answers,
    [`POST ${at}/debtors/group`]: new Refusal(409, {
      code: "bulk.changed",
      field: "count",
      detail: "4 debtors match now, and 3 were seen",
    }),
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg alle 3 som passer" }));
  await user.click(screen.getByRole("button", { name: "Sett gruppe …" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Kundegruppe for 3 skyldnere" }));
  await user.click(dialog.getByRole("button", { name: "Sett gruppen" }));
  expect(await dialog.findByText(/Antallet har endret seg/)).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({
    group: "",
    filter: { group: "Borettslag" },
    count: 3,
  });
});

test("who may not act picks nothing", async () => {
  await show(path, { ...answers, "GET /me": meWith(["read_cases"]) });
  await screen.findByRole("table", { name: "Skyldnere" });
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("nothing because the filter is narrow offers the way back", async () => {
  const { user, router } = await show(`${path}?saker=i-gang`, {
    ...answers,
    [`GET ${at}/debtors`]: { rows: [], count: 0 },
  });
  expect(await screen.findByRole("heading", { name: "Ingen skyldnere passer filteret" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Fjern alle filtre" }));
  await waitFor(() => expect(router.state.location.search).toBe(""));
});

test("cases and the ledger narrow by group, and show it when one asks for the column", async () => {
  const { user, asked } = await show("/999999999/saker?gruppe=Borettslag", {
    ...answers,
    "PUT /me/settings/case-columns": null,
  });
  await screen.findByRole("table", { name: "Saker" });
  expect(asked.find((one) => one.path.endsWith("/cases"))?.query.get("group")).toBe("Borettslag");
  expect(screen.getByRole("button", { name: "Filtrer på Kundegruppe Borettslag" })).toBeVisible();
  expect(screen.queryByRole("columnheader", { name: "Kundegruppe" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Kolonner" }));
  await user.click(await screen.findByRole("checkbox", { name: "Kundegruppe" }));
  expect(await screen.findByRole("columnheader", { name: "Kundegruppe" })).toBeVisible();
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual({ hidden: [], extra: ["group"] });
});

test("all overdue of a group are started by the filter, not all that is overdue", async () => {
  const { user, asked } = await show("/999999999/reskontro?gruppe=Borettslag", {
    ...answers,
    "GET /me": me,
    [`GET ${at}`]: creditor,
    [`GET ${at}/ledger`]: { rows: [], count: 3, open: "10.00", warned: 0 },
    [`POST ${at}/starts`]: { started: 1, rows: [] },
  });
  await user.click(await screen.findByRole("checkbox", { name: /Velg alle/ }));
  await user.click(screen.getByRole("button", { name: "Start" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Start 3 fakturaer?" }));
  await user.click(await dialog.findByRole("button", { name: "Start" }));
  await screen.findByRole("dialog", { name: /startet|Startet/ });
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({
    filter: { show: "overdue", group: "Borettslag" },
  });
});
