import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { Refusal, show } from "~/test/show";
import type { ExportFile, Saved } from "./api/exports";

const org = "999999999";
const page = `/${org}/eksport`;
const at = `/creditors/${org}`;
const columns = [
  { id: "case", head: "Sak", group: "case", kind: "whole", summed: false },
  { id: "name", head: "Navn", group: "debtor", kind: "text", summed: false },
  { id: "outstanding", head: "Åpent i alt", group: "open", kind: "money", summed: true },
];
const file: ExportFile = {
  file: 4,
  export: 2,
  export_name: "Avsluttede",
  due: "2026-07-01",
  made: "2026-07-01T02:00:00Z",
  ends: "2026-07-31T02:00:00Z",
  state: "ready",
  name: "Avsluttede 2026-07-01.xlsx",
  form: "xlsx",
  rows: 12,
  bytes: 8400,
  code: null,
  message: null,
};
const saved: Saved = {
  export: 2,
  version: 3,
  name: "Avsluttede",
  ask: {
    creditors: [org],
    cases: "closed",
    date: "closed",
    period: "last_month",
    columns: ["name", "case"],
    name: "a",
  },
  schedule: { every: "month", on: 1 },
  next: "2026-08-01",
  last: file,
};
const job = {
  job: 7,
  what: "exports",
  count: 0,
  total: null,
  by: "",
  mine: true,
  made: "2026-07-06T08:00:00Z",
  ended: null,
};
const answers = {
  "GET /export-columns": { rows: columns, count: 3 },
  "GET /exports": { rows: [], count: 0 },
  "GET /export-files": { rows: [], count: 0 },
  "PUT /me/settings/export-choice": null,
  [`POST ${at}/exports`]: { ...job, state: "running", status: null },
  [`GET ${at}/jobs/7`]: { ...job, state: "done", status: 200, answer: null },
  [`GET ${at}/jobs/7/answer`]: "cells",
};

beforeEach(() => {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
});

test("closed cases of a year: the date follows, a sentence says it, and the file comes", async () => {
  const { user, asked, router } = await show(page, answers);
  await user.click(await screen.findByRole("radio", { name: "Avsluttede" }));
  expect(screen.getByRole("radio", { name: "Avsluttet" })).toBeChecked();
  await user.selectOptions(screen.getByLabelText("Når?"), "2020");
  expect(screen.getByText("Avsluttede saker hos Fjord Rør AS, avsluttet i 2020.")).toBeVisible();
  expect(router.state.location.search).toBe("?saker=closed&naar=2020");
  await user.click(screen.getByRole("button", { name: "Last ned" }));
  await screen.findByText(/er lastet ned med|Ingen saker passer/);
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.headers.get("Prefer")).toBe("respond-async");
  expect(sent?.body).toMatchObject({ creditors: [], cases: "closed", date: "closed", year: 2020, columns: [] });
  expect(router.state.location.search).toContain("jobb=7");
});

test("columns are chosen and moved with the keyboard, and remembered", async () => {
  const { user, asked } = await show(page, answers);
  await user.click(await screen.findByRole("button", { name: "Velg kolonner og rekkefølge" }));
  await user.click(screen.getByRole("checkbox", { name: "Navn" }));
  const order = screen.getByRole("list", { name: "Rekkefølgen i filen" });
  within(order).getByRole("button", { name: "Åpent i alt" }).focus();
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(
    within(order)
      .getAllByRole("listitem")
      .map((one) => one.textContent),
  ).toEqual(["1Åpent i alt", "2Sak"]);
  expect(within(order).getByRole("button", { name: "Åpent i alt" })).toHaveFocus();
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === "PUT").at(-1)?.body).toEqual({
      columns: ["outstanding", "case"],
      form: "xlsx",
    }),
  );
  await user.click(screen.getByRole("checkbox", { name: "Velg alle" }));
  expect(screen.getByText("Alle 3 kolonner")).toBeVisible();
  await user.click(screen.getByRole("checkbox", { name: "Velg alle" }));
  await user.click(screen.getByRole("button", { name: "Last ned" }));
  expect(await screen.findAllByText("Velg minst én kolonne.")).toHaveLength(2);
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

test("what the server refuses of long work stands at its field", async () => {
  const { user } = await show(page, {
    ...answers,
    [`GET ${at}/jobs/7`]: {
      ...job,
      state: "failed",
      status: 400,
      answer: {
        type: "about:blank",
        title: "",
        status: 400,
        code: "export.choice",
        field: "name",
        detail: "no",
        remedy: "y",
      },
    },
  });
  await user.type(await screen.findByLabelText(/Filnavn/), "x");
  await user.click(screen.getByRole("button", { name: "Last ned" }));
  expect((await screen.findAllByText(/Dette valget finnes ikke/)).length).toBeGreaterThan(0);
  await waitFor(() => expect(screen.getByLabelText(/Filnavn/)).toHaveAttribute("aria-invalid", "true"));
});

test("an export is saved with its day, and a name that is taken is said at the name", async () => {
  let taken = true;
  const { user, asked, router } = await show(`${page}?saker=closed`, {
    ...answers,
    "POST /exports": () =>
      taken
        ? new Refusal(400, { code: "export.name", field: "name", detail: "is the name of another", remedy: "other" })
        : saved,
  });
  await user.click(await screen.findByRole("button", { name: "Lagre eksporten …" }));
  const dialog = await screen.findByRole("dialog", { name: "Lagre eksporten" });
  await user.click(within(dialog).getByRole("radio", { name: "Hver måned" }));
  await user.selectOptions(within(dialog).getByLabelText("Dag i måneden"), "Siste dag");
  await user.click(within(dialog).getByRole("button", { name: "Lagre eksporten" }));
  expect(await within(dialog).findAllByText(/brukt på en annen/)).toHaveLength(2);
  taken = false;
  await user.click(within(dialog).getByRole("button", { name: "Lagre eksporten" }));
  await screen.findByText("Avsluttede er lagret");
  expect(asked.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({
    name: "Avsluttede saker",
    ask: { creditors: [org], cases: "closed", name: "Avsluttede saker" },
    schedule: { every: "month", on: 31 },
  });
  expect(router.state.location.search).toContain("fane=lagrede");
});

test("a saved one is told in words, run now, removed and back again", async () => {
  const { user, asked } = await show(`${page}?fane=lagrede`, {
    ...answers,
    "GET /exports": { rows: [saved], count: 1 },
    "POST /exports": saved,
    "DELETE /exports/2": null,
  });
  await screen.findByText(/Avsluttede saker hos Fjord Rør AS, avsluttet forrige måned\. 2 av 3 kolonner/);
  expect(screen.getByText("Den 1. i måneden")).toBeVisible();
  expect(screen.getByText("lørdag 1. august")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Last ned nå: Avsluttede" }));
  await screen.findByText(/er lastet ned med/);
  await user.click(screen.getByRole("button", { name: "Fjern Avsluttede" }));
  await user.click(await screen.findByRole("button", { name: "Angre" }));
  await waitFor(() =>
    expect(asked.findLast(({ method, path }) => method === "POST" && path === "/exports")?.body).toEqual({
      name: saved.name,
      ask: saved.ask,
      schedule: saved.schedule,
    }),
  );
});

test("a saved one is changed with its version", async () => {
  const { user, asked, router } = await show(`${page}?fane=lagrede`, {
    ...answers,
    "GET /exports": { rows: [saved], count: 1 },
    "PUT /exports/2": saved,
  });
  await user.click(await screen.findByRole("link", { name: "Endre Avsluttede" }));
  await screen.findByText(/Du endrer «Avsluttede»/);
  expect(screen.getByRole("radio", { name: "Avsluttede" })).toBeChecked();
  await user.click(screen.getByRole("button", { name: "Lagre endringene …" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByLabelText(/Navn på eksporten/)).toHaveValue("Avsluttede");
  await user.click(within(dialog).getByRole("button", { name: "Lagre endringene" }));
  await waitFor(() => expect(router.state.location.search).toContain("fane=lagrede"));
  const put = asked.find(({ method, path }) => method === "PUT" && path === "/exports/2");
  expect(put?.headers.get("If-Match")).toBe('"3"');
  expect(put?.body).toMatchObject({ schedule: { every: "month", on: 1 }, ask: { columns: ["name", "case"] } });
});

test("files stand newest first with why one was not made, and nothing yet says what will be", async () => {
  const failed: ExportFile = {
    ...file,
    file: 5,
    state: "failed",
    name: "Daglig",
    rows: 0,
    bytes: 0,
    code: "access.denied",
    message: "handlers may not",
  };
  const { user, asked } = await show(`${page}?fane=filer`, {
    ...answers,
    "GET /export-files": { rows: [failed, file], count: 2 },
    "GET /export-files/4": "cells",
  });
  expect(await screen.findByText("Ikke laget")).toBeVisible();
  expect(screen.getByText("8 kB")).toBeVisible();
  await user.click(screen.getByRole("button", { name: `Last ned ${file.name}` }));
  await waitFor(() => expect(asked.some(({ path }) => path === "/export-files/4")).toBe(true));
});

test("empty lists say what will be there", async () => {
  await show(`${page}?fane=filer`, answers);
  expect(await screen.findByRole("heading", { name: "Ingen filer ennå" })).toBeVisible();
});

test("who may not export is told so", async () => {
  const { me } = await import("~/test/fixtures");
  const rights = me.rights.filter((one) => one !== "export_data");
  await show(page, {
    ...answers,
    "GET /me": { ...me, rights, creditors: me.creditors.map((one) => ({ ...one, rights })) },
  });
  expect(await screen.findByText(/Du kan ikke eksportere saker/)).toBeVisible();
});
