import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { creditor, ledgerRow } from "~/test/fixtures";
import { show } from "~/test/show";

const at = "/creditors/999999999";
const ledger = {
  rows: [
    ledgerRow("60001"),
    ledgerRow("60002", {
      name: "Sprek Furukvist",
      signs: ["address_missing"],
      ready: false,
      warnings: [{ code: "start.address", detail: "the customer has no postal address", remedy: "Add it." }],
    }),
  ],
  count: 2,
  open: "6637.80",
  warned: 1,
};

test("what stands in the way of an item is said, with the black pin", async () => {
  await show("/999999999/reskontro", { [`GET ${at}/ledger`]: ledger });
  const row = (await screen.findByText("Sprek Furukvist")).closest("tr")!;
  expect(within(row).getByRole("img", { name: "Mangler adresse" })).toBeVisible();
  expect(within(row).getByText("Kunden mangler postadresse.")).toBeVisible();
});

test("the debtor's facts open beside the list", async () => {
  const { user } = await show("/999999999/reskontro", {
    [`GET ${at}/ledger`]: ledger,
    [`GET ${at}/debtors/1`]: {
      debtor: 1,
      customer: "1001",
      name: "Lun Havørn",
      address: {},
      relation: "consumer",
      cases: [],
      earlier_addresses: [],
    },
  });
  await user.click(await screen.findByRole("button", { name: "Skyldnerinfo for Lun Havørn" }));
  expect(await screen.findByRole("dialog", { name: "Skyldnerinfo" })).toBeVisible();
  expect(await screen.findByText("Kunde 1001")).toBeVisible();
});

test("a start tells of each row what came of it", async () => {
  const { user, asked } = await show("/999999999/reskontro", {
    [`GET ${at}/ledger`]: ledger,
    [`POST ${at}/starts`]: {
      started: 1,
      rows: [
        { invoice: "60001", case: 31, joined: false },
        {
          invoice: "60002",
          case: 0,
          joined: false,
          reason: { code: "start.address", detail: "no address", remedy: "" },
        },
      ],
    },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg faktura 60001" }));
  await user.click(screen.getByRole("checkbox", { name: "Velg faktura 60002" }));
  await user.click(screen.getByRole("button", { name: "Start" }));
  const dialog = await screen.findByRole("dialog", { name: "Start 2 fakturaer?" });
  await user.click(await within(dialog).findByRole("button", { name: "Start" }));
  expect(await screen.findByRole("link", { name: "Sak 31" })).toHaveAttribute("href", "/999999999/saker/31");
  expect(screen.getByText("Kunden mangler postadresse.", { selector: "[role=dialog] *" })).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({ invoices: ["60001", "60002"] });
});

test("a fee that was above what the law allows is told of the case that it was cut in", async () => {
  const says = "a fee of 90.00 was charged for the reminder of 2026-06-10; only 38.00 of it is carried on: ";
  const warning = {
    code: "earlier.fee_cut",
    field: "reminder",
    detail: `${says}an agency's demand carries no creditor's fee`,
    remedy: "Tell.",
  };
  const { user } = await show("/999999999/reskontro", {
    [`GET ${at}/ledger`]: ledger,
    [`POST ${at}/starts`]: { started: 1, rows: [{ invoice: "60001", case: 31, joined: false, reason: null, warning }] },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg faktura 60001" }));
  await user.click(screen.getByRole("button", { name: "Start" }));
  const dialog = await screen.findByRole("dialog", { name: "Start 1 faktura?" });
  await user.click(await within(dialog).findByRole("button", { name: "Start" }));
  expect(
    await within(dialog).findByRole("heading", { name: "Ett tidligere gebyr er høyere enn loven tillater" }),
  ).toBeVisible();
  expect(await within(dialog).findByText(/Det var krevd 90,00 kr i gebyr for purringen/)).toBeVisible();
  expect(within(dialog).getByText(/Fortell skyldneren hva som kreves nå, og rett regnskapet\./)).toBeVisible();
});

const three = ledgerRow("60003", {
  name: "",
  ready: false,
  warnings: [
    { code: "start.name", detail: "the customer has no name", remedy: "Add it." },
    { code: "start.kind", detail: "nobody has said", remedy: "Add it." },
    { code: "start.address", detail: "the customer has no postal address", remedy: "Add it." },
  ],
});

test("of several hindrances the first stands in the row, and all of them in the details of the item", async () => {
  const { user } = await show("/999999999/reskontro", { [`GET ${at}/ledger`]: { ...ledger, rows: [three], count: 1 } });
  await user.click(await screen.findByRole("button", { name: "2 til som hindrer faktura 60003" }));
  const details = await screen.findByRole("dialog", { name: "Faktura 60003" });
  expect(await within(details).findByText(/Disse 3 tingene må rettes/)).toBeVisible();
  await waitFor(() => expect(within(details).getAllByRole("listitem")).toHaveLength(3));
  expect(within(details).getByText("Kunden mangler postadresse.")).toBeVisible();
  expect(within(details).getByRole("button", { name: "Fyll inn" })).toBeVisible();
});

test("on a phone an item has both its buttons", async () => {
  const desk = window.matchMedia;
  vi.stubGlobal("matchMedia", (query: string) => ({ ...desk(query), matches: query === "(max-width: 759px)" }));
  const { user } = await show("/999999999/reskontro", {
    [`GET ${at}/ledger`]: ledger,
    [`GET ${at}/debtors/1`]: {
      debtor: 1,
      customer: "1001",
      name: "Lun Havørn",
      address: {},
      relation: "consumer",
      cases: [],
      earlier_addresses: [],
    },
  });
  await user.click(await screen.findByRole("button", { name: "Detaljer for faktura 60001" }));
  const details = await screen.findByRole("dialog", { name: "Faktura 60001" });
  expect(await within(details).findByText("Ingen sak ennå. Fakturaen er klar til start.")).toBeVisible();
  await user.click(within(details).getByRole("button", { name: "Skyldnerinfo" }));
  const debtor = await screen.findByRole("dialog", { name: "Skyldnerinfo" });
  expect(await within(debtor).findByText(/Ikke kjent/)).toBeVisible();
  await user.click(within(debtor).getByRole("button", { name: "Velg type" }));
  expect(await within(debtor).findByRole("combobox", { name: /Skyldneren er/ })).toHaveDisplayValue("Ikke kjent");
});

test("a word for a tab that there is not shows all", async () => {
  const { asked } = await show("/999999999/reskontro?vis=ready2", { [`GET ${at}/ledger`]: ledger });
  await screen.findByText("Sprek Furukvist");
  expect(asked.find((one) => one.path.endsWith("/ledger"))?.query.get("show")).toBe("all");
});

test("before the ledger was ever read, the start is offered", async () => {
  await show("/999999999/reskontro", {
    [`GET ${at}/ledger`]: { rows: [], count: 0, open: "0.00", warned: 0 },
    [`GET ${at}`]: { ...creditor, ledger_read: null, cases: false },
  });
  expect(await screen.findByRole("heading", { name: "Her kommer de åpne postene dine" })).toBeVisible();
});

test("what is missing of a debtor is filled in before the start, which goes on", async () => {
  const { user, asked } = await show("/999999999/reskontro", {
    [`GET ${at}/ledger`]: ledger,
    [`GET ${at}/debtors/1`]: {
      debtor: 1,
      customer: "1001",
      name: "Sprek Furukvist",
      kind: "person",
      address: {},
      address_missing: true,
      relation: "consumer",
      cases: [],
      earlier_addresses: [],
    },
    [`PATCH ${at}/debtors/1`]: {},
    [`POST ${at}/starts`]: { started: 1, rows: [{ invoice: "60002", case: 32, joined: false }] },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg faktura 60002" }));
  await user.click(screen.getByRole("button", { name: "Start" }));
  const dialog = await screen.findByRole("dialog", { name: "Start 1 faktura?" });
  await user.click(await within(dialog).findByRole("button", { name: "Fyll inn for Sprek Furukvist" }));
  await user.click(await within(dialog).findByRole("button", { name: "Lagre opplysningene" }));
  expect(await within(dialog).findAllByText("Skriv postnummeret.")).toHaveLength(2);
  await user.type(within(dialog).getByLabelText(/^Gateadresse/), "Rypestien 4");
  await user.type(within(dialog).getByLabelText(/^Postnummer/), "9999");
  await user.type(within(dialog).getByLabelText(/^Poststed/), "Utopia");
  await user.click(within(dialog).getByRole("button", { name: "Lagre opplysningene" }));
  expect(await within(dialog).findByText("Fylt inn")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Start" }));
  expect(await screen.findByRole("dialog", { name: "1 sak startet" })).toBeVisible();
  expect(asked.find((one) => one.method === "PATCH")?.body).toEqual({
    address: { street: "Rypestien 4", postal_code: "9999", place: "Utopia" },
  });
});

const view = { sort: "due", direction: "up", columns: null, mine: false, by: null, shared: false, version: null };

test("the ledger has its views, with their counts, and its own are kept and dropped", async () => {
  const own = {
    ...view,
    view: 4,
    ready: null,
    list: "ledger",
    name: "Nordvik",
    mine: true,
    filter: { show: "overdue", search: "Nordvik" },
    count: 2,
    version: 1,
  };
  const ready = {
    ...view,
    view: null,
    ready: "warned",
    list: "ledger",
    name: "",
    filter: { show: "warned" },
    count: 1,
  };
  const { user, asked, router } = await show("/999999999/reskontro?vis=overdue&sorter=open&retning=ned", {
    [`GET ${at}/ledger`]: ledger,
    [`GET ${at}/views`]: { rows: [ready, own] },
    "POST /views": { view: 9, version: 1 },
    "DELETE /views/4": null,
  });
  await user.click(await screen.findByRole("button", { name: "Visninger" }));
  await user.click(await screen.findByRole("menuitem", { name: "Lagre visningen" }));
  const dialog = await screen.findByRole("dialog", { name: "Lagre visningen" });
  await user.type(await within(dialog).findByLabelText("Navn på visningen"), "Forfalt, størst");
  await user.click(within(dialog).getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Visningen «Forfalt, størst» er lagret")).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({
    name: "Forfalt, størst",
    list: "ledger",
    shared: false,
    filter: { show: "overdue" },
    sort: "open",
    direction: "down",
    columns: null,
  });
  await user.click(screen.getByRole("button", { name: "Visninger" }));
  await user.click(await screen.findByRole("menuitem", { name: /Nordvik\s*2/ }));
  expect(router.state.location.search).toBe("?vis=overdue&sok=Nordvik");
  await user.click(await screen.findByRole("button", { name: "Nordvik" }));
  await user.click(await screen.findByRole("menuitem", { name: /Fjern|Slett/ }));
  expect(await screen.findByText(/Nordvik.*(fjernet|slettet)/)).toBeVisible();
});

test("all of a narrower list are started as it stands, whatever else is overdue", async () => {
  const { user, asked } = await show("/999999999/reskontro?vis=proposed&sok=nord", {
    [`GET ${at}/ledger`]: { ...ledger, count: 890 },
    [`POST ${at}/starts`]: { started: 1, rows: [] },
  });
  await user.click(await screen.findByRole("checkbox", { name: /Velg alle/ }));
  await user.click(screen.getByRole("button", { name: "Start" }));
  const dialog = await screen.findByRole("dialog", { name: "Start 890 fakturaer?" });
  await user.click(await within(dialog).findByRole("button", { name: "Start" }));
  await screen.findByRole("dialog", { name: /startet|Startet/ });
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({ filter: { show: "proposed", search: "nord" } });
});
