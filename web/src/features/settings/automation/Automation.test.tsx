import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { automation, creditor, today } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/innstillinger/automatikk";
const lacking = {
  debtor: 7,
  customer: "1007",
  name: "Sprek Furukvist",
  kind: "person",
  invoices: 2,
  missing: [{ code: "start.address", detail: "the customer has no postal address", remedy: "Add it." }],
};

test("the start is refused while customers lack something, and the three are listed with links", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}/automation`]: automation,
    [`GET ${at}/automation/readiness`]: { ready: false, rows: [lacking] },
    [`GET ${at}/automation/history`]: { rows: [] },
    [`PUT ${at}/automation`]: (request: Request) =>
      request.headers.get("If-Match") && new Refusal(409, { code: "automation.not_ready", detail: "1 lacks" }),
  });
  expect(await screen.findByText("1 kunde mangler noe en sak trenger")).toBeVisible();
  expect(screen.getByRole("link", { name: "Sprek Furukvist" })).toHaveAttribute("href", "/999999999/skyldnere/7");
  await user.click(screen.getByRole("radio", { name: "Saken starter av seg selv om natten" }));
  await user.type(screen.getByLabelText("Minst utestående"), "abc");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText(/Skriv beløpet i kroner/)).toBeVisible();
  await user.clear(screen.getByLabelText("Minst utestående"));
  await user.type(screen.getByLabelText("Minst utestående"), "500");
  await user.click(screen.getByRole("button", { name: "Legg til stille dager" }));
  await user.type(screen.getByLabelText("Fra og med"), "1.7.26");
  await user.type(screen.getByLabelText("Til og med"), "31.7.26");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText(/Noen kunder mangler det en sak trenger/)).toBeVisible();
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual({
    customers: [],
    levels: { send: "do", rest_note: "do", close: "do", legal: "do" },
    start: "do",
    least_open: "500.00",
    days_overdue: 1,
    kinds: [],
    excluded: [],
    excluded_groups: [],
    still: [{ from: "2026-07-01", until: "2026-07-31" }],
    skip_incomplete: false,
    approve: [],
    rest_note_above_percent: null,
    close_at_or_below: null,
  });
});

test("a change is told, and who made the earlier ones", async () => {
  const { user } = await show(path, {
    [`GET ${at}/automation`]: automation,
    [`GET ${at}/automation/readiness`]: { ready: true, rows: [] },
    [`GET ${at}/automation/history`]: {
      rows: [{ number: 1, at: "2026-07-01T09:30", by: "Lise Martinsen", rules: { start: "propose" } }],
    },
    [`PUT ${at}/automation`]: { ...automation, number: 1, close_at_or_below: "100.00", cases_changed: 4 },
  });
  expect(await screen.findByText("Alle kunder har det en sak trenger")).toBeVisible();
  const history = await screen.findByRole("heading", { name: "Endringer" });
  expect(within(history.parentElement!).getByText(/01.07.2026 09:30, Lise Martinsen/)).toBeVisible();
  await user.type(screen.getByLabelText("Avslutt når så lite gjenstår"), "100");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Reglene er lagret. 4 saker følger de nye vilkårene.")).toBeVisible();
});

test("levels are set for all, and otherwise for one customer; who changed them is told with what they were", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}/automation`]: automation,
    [`GET ${at}/automation/readiness`]: { ready: true, rows: [] },
    [`GET ${at}/automation/history`]: {
      rows: [
        {
          number: 1,
          at: "2026-07-01T09:30",
          by: "Lise Martinsen",
          rules: { ...automation, levels: { ...automation.levels, legal: "off" }, customers: [{ debtor: 7 }] },
        },
      ],
    },
    [`GET ${at}/debtors`]: { rows: [{ debtor: 9, customer: "1009", name: "Lun Havørn" }], count: 1 },
    [`GET ${at}/debtors/9`]: { debtor: 9, customer: "1009", name: "Lun Havørn" },
    [`PUT ${at}/automation`]: { ...automation, number: 1, cases_changed: 2 },
  });
  expect(await screen.findByText("Rettslig steg: av · 1 kunde annerledes")).toBeVisible();
  await user.click(await screen.findByRole("radio", { name: "Av: saken venter til et menneske bestiller brevet" }));
  await user.click(screen.getByRole("button", { name: "Legg til kunde" }));
  const dialog = await screen.findByRole("dialog", { name: "Annerledes for en kunde" });
  await user.click(await within(dialog).findByRole("button", { name: "Bruk" }));
  expect(await within(dialog).findAllByText("Velg en kunde.")).toHaveLength(2);
  await user.click(within(dialog).getByRole("combobox", { name: /Skyldner|kunde/i }));
  await user.click(await screen.findByRole("option", { name: "Lun Havørn (1009)" }));
  await user.selectOptions(within(dialog).getByLabelText("Brevene i løpet"), "propose");
  await user.click(within(dialog).getByRole("button", { name: "Bruk" }));
  expect(await screen.findByRole("link", { name: "Lun Havørn" })).toBeVisible();
  expect(screen.getByText("Brevene i løpet: foreslås")).toBeVisible();
  expect(asked.some((one) => one.method === "PUT")).toBe(false);
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Reglene er lagret. 2 saker følger de nye vilkårene.")).toBeVisible();
  expect(asked.find((one) => one.method === "PUT")?.body).toMatchObject({
    levels: { send: "off", rest_note: "do", close: "do", legal: "do" },
    customers: [{ debtor: 9, start: null, send: "propose", rest_note: null, close: null, legal: null }],
  });
});

test("groups of customers are left to a person: those in use are offered, and one that is written is saved, too", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}/automation`]: { ...automation, excluded_groups: ["Borettslag"] },
    [`GET ${at}/automation/readiness`]: { ready: true, rows: [] },
    [`GET ${at}/automation/history`]: {
      rows: [
        { number: 1, at: "2026-07-01T09:30", by: "Lise", rules: { start: "do", excluded_groups: ["Borettslag"] } },
      ],
    },
    [`GET ${at}/groups`]: {
      rows: [
        { name: "Borettslag", debtors: 2 },
        { name: "Idrettslag", debtors: 1 },
      ],
    },
    [`PUT ${at}/automation`]: { ...automation, number: 1 },
  });
  const groups = within(await screen.findByRole("group", { name: "Kundegrupper som aldri starter av seg selv" }));
  expect(groups.getByRole("link", { name: "Borettslag" })).toHaveAttribute(
    "href",
    "/999999999/skyldnere?gruppe=Borettslag",
  );
  expect(await groups.findByText("2 kunder")).toBeVisible();
  expect(await screen.findByText("1 kundegruppe unntatt")).toBeVisible();
  await user.click(groups.getByRole("button", { name: "Legg til gruppen" }));
  expect(groups.getByText("Velg eller skriv en gruppe.")).toBeVisible();
  const field = groups.getByRole("combobox", { name: "Kundegruppe" });
  await user.click(field);
  await user.click(await screen.findByRole("option", { name: "Idrettslag" }));
  await user.click(groups.getByRole("button", { name: "Legg til gruppen" }));
  expect(groups.getByRole("link", { name: "Idrettslag" })).toBeVisible();
  await user.type(field, "Borettslag{Enter}");
  expect(groups.getByText("Gruppen står i listen allerede.")).toBeVisible();
  expect(asked.some((one) => one.method === "PUT")).toBe(false);
  await user.click(groups.getByRole("button", { name: "Fjern unntaket for gruppen Borettslag" }));
  await user.clear(field);
  await user.type(field, " Nytt lag ");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Reglene er lagret")).toBeVisible();
  expect(asked.find((one) => one.method === "PUT")?.body).toMatchObject({
    excluded_groups: ["Idrettslag", "Nytt lag"],
  });
});

test("how old the ledger and the bank may be is told with how they stand", async () => {
  const stale = { read: "2026-07-04T05:42:00Z", age_hours: 50, limit_hours: 48, stale: true, stale_from: null };
  await show(path, {
    [`GET ${at}`]: { ...creditor, max_bank_age_hours: 0 },
    [`GET ${at}/today`]: { ...today, freshness: { ledger: stale, bank: { ...stale, limit_hours: 0, stale: false } } },
    [`GET ${at}/automation/readiness`]: { ready: true, rows: [] },
    [`GET ${at}/automation/history`]: { rows: [] },
  });
  expect(await screen.findByText("Reskontro: høyst 48 timer gammel")).toBeVisible();
  expect(screen.getByText("Bank: ingen grense")).toBeVisible();
  expect(await screen.findByText("For gammel: ingen brev går ut.")).toBeVisible();
  expect(screen.getByText("Ikke lest ennå.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Endre grensene" })).toHaveAttribute("href", "/999999999/innstillinger");
});

test("last month’s work by hand stands there as the report counts it", async () => {
  const { asked } = await show(path, {
    [`GET ${at}/automation`]: automation,
    [`GET ${at}/automation/readiness`]: { ready: true, rows: [] },
    [`GET ${at}/automation/history`]: { rows: [] },
    [`GET ${at}/reports/work`]: { sum: { acts: 0, minutes: 0 } },
  });
  expect(await screen.findByText(/^I juni 2026: 0 klikk for hånd, 0 minutter på unntak\.$/)).toBeVisible();
  const link = screen.getByRole("link", { name: "Se hva som ble gjort" });
  expect(link).toHaveAttribute("href", "/999999999/rapporter/work?periode=forrige-maned");
  const wish = asked.find((one) => one.path === `${at}/reports/work`)?.query;
  expect([wish?.get("from"), wish?.get("to")]).toEqual(["2026-06-01", "2026-06-30"]);
});
