import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { meWith } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";
import type { SettingRow, SettingsTaken } from "../api/allSettings";

const at = "/creditors/999999999";
const path = "/999999999/innstillinger/alle";
const row = (name: string, words: Partial<SettingRow>): SettingRow => ({
  name,
  value: "",
  default: "",
  means: "Something new.",
  set_on: null,
  set_by: null,
  ...words,
});
const rows = [
  row("name", { value: "Fjord Rør AS" }),
  row("kid_length", { value: 0, default: 0 }),
  row("daily_letter_limit", { value: 40, default: 0, set_on: "2026-07-01", set_by: "Per Prøve" }),
  row("stop_days", { value: ["2026-12-24"], default: [] }),
  row("automation.skip_incomplete", { value: true, default: false }),
  row("automation.still", { value: [{ from: "2026-12-20", until: "2027-01-02", why: "jul" }], default: [] }),
  row("wholly.new", { value: "x", default: "x" }),
  row("courses.Rolig", { value: 2, default: null }),
];
const file = { frist_settings: 1, settings: { kid_length: 0 }, courses: {} };
const usual = { [`GET ${at}/settings`]: { rows }, [`GET ${at}/settings/file`]: file };
const taken = (words: Partial<SettingsTaken>): SettingsTaken => ({
  changes: [],
  left: [],
  wrong: [],
  cases_changed: 0,
  ...words,
});
const change = { name: "kid_length", before: 0, after: 10 };
const left = {
  code: "settings.company",
  field: "settings.account",
  detail: "is the creditor's own and was left as it is",
  remedy: "Bring the file with company to take it too.",
};

async function chooses(answers: Record<string, unknown>, text = '{"frist_settings": 1}') {
  const shown = await show(path, { ...usual, ...answers });
  await shown.user.click(await screen.findByRole("button", { name: "Les fil" }, { timeout: 5000 }));
  const dialog = await screen.findByRole("dialog", { name: "Les innstillinger fra fil" });
  await shown.user.upload(
    await within(dialog).findByLabelText("Velg filen med innstillinger"),
    Object.assign(new File([text], "innstillinger.json", { type: "application/json" }), { text: async () => text }),
  );
  return { ...shown, dialog };
}
const puts = (asked: { method: string; query: URLSearchParams; headers: Headers }[]) =>
  asked
    .filter((one) => one.method === "PUT")
    .map(({ query, headers }) => [query.get("check"), query.get("company"), headers.get("If-Match")]);

test("before a file is taken it says how many running cases would follow other criteria", async () => {
  const { dialog } = await chooses({
    [`PUT ${at}/settings/file`]: taken({ changes: [change], cases_changed: 3 }),
  });
  expect(await within(dialog).findByText("3 saker som pågår, ville følge andre vilkår.")).toBeVisible();
});

test("every setting has its meaning, value, default, and who changed it", async () => {
  await show(path, usual);
  const letters = await screen.findByRole("table", { name: "Brev og løp" }, { timeout: 5000 });
  const limit = within(letters).getByRole("row", { name: /daily_letter_limit/ });
  expect(limit).toHaveTextContent("Høyst så mange brev om dagen.");
  expect(
    within(limit)
      .getAllByRole("cell")
      .map((one) => one.textContent)
      .slice(1),
  ).toEqual(["40 brev om dagen", "Ingen grense", "01.07.2026Per Prøve"]);
  expect(within(letters).getByRole("row", { name: /stop_days/ })).toHaveTextContent("24.12.2026");
  expect(within(letters).getByText("Something new.")).toHaveAttribute("lang", "en");
  const rules = screen.getByRole("table", { name: "Automatikk" });
  expect(within(rules).getByRole("row", { name: /skip_incomplete/ })).toHaveTextContent(/JaNei/);
  expect(within(rules).getByText("20.12.2026–02.01.2027: jul")).toBeVisible();
  expect(screen.getByRole("row", { name: /courses\.Rolig/ })).toHaveTextContent("Versjon 2");
});

test("the search looks in names, meanings and values, and stands in the address", async () => {
  const { user, router } = await show(path, usual);
  await user.type(await screen.findByRole("searchbox", {}, { timeout: 5000 }), "kontrollsiffer");
  await waitFor(() => expect(screen.getByText("Én innstilling")).toBeVisible());
  expect(screen.getByRole("row", { name: /kid_length/ })).toBeVisible();
  expect(router.state.location.search).toBe("?sok=kontrollsiffer");
  await user.click(screen.getByRole("checkbox", { name: /annerledes enn hos en ny kreditor/ }));
  expect(await screen.findByText("Ingen innstillinger passer søket")).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: "Fjern søket" }).at(-1)!);
  expect(await screen.findByText("6 innstillinger")).toBeVisible();
  expect(router.state.location.search).toBe("?vis=egne");
});

test("what a file would change is shown first, then it is taken as of what was seen", async () => {
  const { user, dialog, asked } = await chooses({
    [`PUT ${at}/settings/file`]: (_: Request, url: URL) =>
      url.searchParams.get("company") === "true"
        ? taken({ changes: [change, { name: "account", before: "1", after: "2" }], cases_changed: 3 })
        : taken({ changes: [change], left: [left] }),
  });
  expect(await within(dialog).findByRole("heading", { name: "Filen endrer én innstilling" })).toBeVisible();
  expect(within(dialog).getByRole("row", { name: /kid_length/ })).toHaveTextContent(
    /Så mange sifre som trengs10 sifre$/,
  );
  expect(dialog).toHaveTextContent("Én opplysning om firmaet er en annen i filen");
  await user.click(within(dialog).getByRole("checkbox", { name: "Ta også navn, adresse og konto fra filen" }));
  await user.click(await within(dialog).findByRole("button", { name: "Ta i bruk 2 endringer" }));
  expect(await screen.findByText(/^2 innstillinger er endret\. 3 saker som pågår/)).toBeVisible();
  expect(puts(asked)).toEqual([
    ["true", "false", null],
    ["true", "true", null],
    ["false", "true", '"1"'],
  ]);
});

test("every mistake has its line, and nothing can be applied", async () => {
  const text = '{"frist_settings": 1,\n "settings": {\n  "kid_length": "tre",\n  "ukjent": 1}}';
  const mistake = (code: string, field: string) => ({
    code,
    field,
    detail: "there is no such setting",
    remedy: "Export.",
  });
  const { dialog } = await chooses(
    {
      [`PUT ${at}/settings/file`]: taken({
        changes: [change],
        wrong: [mistake("settings.unknown", "settings.ukjent"), mistake("json.type", "settings.kid_length")],
      }),
    },
    text,
  );
  expect(await within(dialog).findByText("2 ting i filen må rettes")).toBeVisible();
  const places = within(dialog)
    .getAllByRole("listitem")
    .map((one) => one.firstChild?.textContent);
  expect(places).toEqual(["kid_length, linje 3", "ukjent, linje 4"]);
  expect(await within(dialog).findByText("Det er ingen innstilling med dette navnet.")).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: /^Ta i bruk/ })).toBeNull();
});

test("a text that is no JSON is told where", async () => {
  const { user, dialog } = await chooses({
    [`PUT ${at}/settings/file`]: new Refusal(400, {
      code: "json.syntax",
      field: "line 3 column 31",
      detail: "this is not JSON: syntax error",
      remedy: "Correct the text there.",
    }),
  });
  expect(await within(dialog).findByText("Linje 3, tegn 31")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Velg en annen fil" }));
  expect(await within(dialog).findByLabelText("Velg filen med innstillinger")).toBeVisible();
});

test("when somebody changed something meanwhile, it is foreseen anew", async () => {
  let changed = false;
  const { user, dialog } = await chooses({
    [`PUT ${at}/settings/file`]: (_: Request, url: URL) => {
      if (url.searchParams.get("check") === "true")
        return taken({ changes: changed ? [change, { ...change, name: "window" }] : [change] });
      changed = true;
      return new Refusal(412, { code: "http.precondition", detail: "was changed" });
    },
  });
  await user.click(await within(dialog).findByRole("button", { name: "Ta i bruk endringen" }));
  expect(await within(dialog).findByText(/^Noen endret innstillingene mens du så på filen/)).toBeVisible();
  expect(await within(dialog).findByRole("button", { name: "Ta i bruk 2 endringer" })).toBeVisible();
});

test("who may only read downloads, and sees why no more", async () => {
  await show(path, { ...usual, "GET /me": meWith(["read_cases", "read_settings"]) });
  expect(
    await screen.findByText(/^Du kan hente innstillingene, men ikke endre dem/, {}, { timeout: 5000 }),
  ).toBeVisible();
  expect(screen.getByRole("button", { name: "Hent som fil" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Les fil" })).toBeNull();
});

test("no value is a code, an id or a bare number: each is said in words, with its unit", async () => {
  const values: [string, SettingRow["value"], string][] = [
    ["mode", "self", "Vi krever inn selv"],
    ["language", "nn", "Norsk nynorsk"],
    ["address.country", "NO", "Norge"],
    ["course_person", "no.standard", "Egeninkasso, vanlig"],
    ["max_ledger_age_hours", 48, "48 timer"],
    ["window", "left", "Venstre"],
    ["ea_symbol", "code128", "Strekkode (Code 128)"],
    ["doors.paper.kind", "own", "Egen skriver"],
    ["doors.mail.archive_minutes", 10, "10 minutter"],
    ["automation.start", "propose", "Foreslås"],
    ["automation.least_open", "500.00", "500,00\u00a0kr"],
    ["automation.criteria.rest_note_above_percent", "85", "85\u00a0%"],
    ["automation.days_overdue", 14, "14 dager"],
    ["automation.kinds", ["person", "public"], "Privatperson, Offentlig organ"],
    ["automation.approve", ["notice", "demand"], "Inkassovarsel, Betalingsoppfordring"],
    ["automation.excluded", [12], "Lun Havørn"],
    [
      "automation.customers",
      [{ debtor: 12, send: "propose", legal: "off" }],
      "Lun Havørn: brev: Foreslås; rettslig steg: Av",
    ],
    [
      "postage",
      [{ service: "paper", from: "2026-01-01", price: "27.00", source: "x" }],
      "Brev fra 01.01.2026: 27,00 kr",
    ],
    ["texts", [{ kind: "reminder", language: "nb", bytes: "…", reason: "" }], "Purring, Norsk bokmål"],
  ];
  await show(path, {
    ...usual,
    [`GET ${at}/settings`]: { rows: values.map(([name, value]) => row(name, { value, default: null })) },
    [`GET ${at}/debtors/12`]: { debtor: 12, customer: "1001", name: "Lun Havørn", address: {}, cases: [] },
  });
  await screen.findByRole("table", { name: "Automatikk" }, { timeout: 5000 });
  await screen.findAllByRole("link", { name: "Lun Havørn" });
  for (const [name, , words] of values) {
    const line = screen.getByText(name, { selector: "code" }).closest("tr")!;
    expect(within(line).getAllByRole("cell")[1]?.textContent, name).toBe(words);
  }
});
