import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "~/test/show";

const at = "/creditors/999999999";
const none = {
  source: null,
  tried_on: null,
  by: null,
  ledger_read: null,
  known: ["24sevenoffice", "ehf", "agency", "file"],
};
const inUse = {
  ...none,
  source: "file",
  tried_on: "2026-03-02",
  by: "Lise Mønster",
  ledger_read: "2026-03-02T13:00:00Z",
};
const column = (name: string, field: string | null) => ({ column: name, field, ageing: false, samples: ["1"] });
const layout = {
  format: "csv",
  sheet: "",
  sheets: [],
  encoding: "UTF-8",
  separator: ";",
  decimal: ",",
  thousands: "",
  date: "DD.MM.YYYY",
  header_row: 1,
  header_hash: "abc",
  columns: [
    column("Kundenr", "customer_number"),
    column("Fakturanr", "invoice_number"),
    column("Forfallsdato", "due_date"),
    column("Til gode", null),
  ],
  top: [],
  known: "",
  steps: [],
};
const asked = {
  file: "liste.csv",
  stored: false,
  holds: "open_items",
  template: null,
  rows: 1,
  settled: 0,
  known: 0,
  open: "1000.00",
  kind_unknown: 0,
  rejected_rows: 0,
  gives_back: null,
  rejected: [],
  questions: [
    { code: "columns.missing", row: 0, column: "", detail: "no column holds open_amount", remedy: "Say which." },
  ],
  stops: [],
  findings: [],
  columns: [],
  layout,
  preview: [
    {
      customer: "1",
      name: "Blid Fjellrev",
      invoice: "F1",
      due: "2026-01-15",
      amount: "1000.00",
      open: "1000.00",
      warning: "",
    },
  ],
};

test("a system is chosen, its file tried and what is asked answered; only then can one finish", async () => {
  let now: object = none;
  const { user, asked: calls } = await show("/999999999/innstillinger/integrasjon", {
    [`GET ${at}/integration`]: () => now,
    [`POST ${at}/ledger/import`]: (_: Request, url: URL) =>
      url.searchParams.get("map") ? { ...asked, questions: [] } : asked,
    [`PUT ${at}/integration`]: () => {
      now = inUse;
      return inUse;
    },
  });
  expect(await screen.findByText(/Ikke satt opp/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Sett opp integrasjon" }));
  const systems = within(await screen.findByRole("radiogroup", { name: "Hvor er reskontroen?" }));
  expect(systems.getAllByRole("radio").map((one) => one.getAttribute("value"))).toEqual(none.known);
  await user.click(systems.getByRole("radio", { name: "Annet (fil)" }));
  expect(screen.getByText(/Åpne listen over åpne poster/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Fullfør" })).toBeNull();
  await user.upload(document.querySelector("input[type=file]") as HTMLInputElement, new File(["x"], "liste.csv"));
  expect(await screen.findByText("liste.csv kan ikke leses ennå.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Fullfør" })).toBeNull();
  await user.selectOptions(await screen.findByRole("combobox", { name: /Til gode/ }), "open_amount");
  expect(await screen.findByText(/Forbindelsen virker: 1 rad/)).toBeVisible();
  expect(screen.getByText("Ingenting er tatt inn.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Fullfør" }));
  expect(await screen.findByText("Regnskapssystem: Annet (fil)")).toBeVisible();
  expect(screen.getByText(/Sist prøvd .* av Lise Mønster\. Reskontroen sist lest/)).toBeVisible();
  const put = calls.find((one) => one.method === "PUT");
  expect(put?.query.get("source")).toBe("file");
  expect(put?.query.get("map")).toContain('"open_amount":"Til gode"');
  expect(calls.filter((one) => one.path.endsWith("/ledger/import")).map((one) => one.query.get("dry_run"))).toEqual([
    "true",
    "true",
  ]);
});

test("the import page begins with the system that is in use", async () => {
  await show("/999999999/import", {
    [`GET ${at}/integration`]: inUse,
    [`GET ${at}/imports`]: { rows: [], next: null },
  });
  expect(await screen.findByRole("heading", { name: "Regnskapssystem: Annet (fil)" })).toBeVisible();
  expect(screen.getByText(/Én rad per faktura/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Bytt eller prøv på nytt" })).toHaveAttribute(
    "href",
    "/999999999/innstillinger/integrasjon",
  );
});
