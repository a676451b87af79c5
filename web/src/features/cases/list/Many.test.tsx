import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { casePage, caseRow } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/saker";
const view = { sort: "open", direction: "down", columns: null, mine: false, by: null, shared: false, version: null };
const views = {
  rows: [
    {
      ...view,
      view: null,
      ready: "legal",
      list: "cases",
      name: "",
      filter: { status: ["legal"] },
      sort: "next",
      direction: "up",
      count: 12,
    },
    {
      ...view,
      view: 4,
      ready: null,
      list: "cases",
      name: "Store firmaer",
      mine: true,
      filter: { min_open: "10000.00", debtor_kind: "company" },
      columns: ["case", "name", "open"],
      count: 3,
      version: 1,
    },
  ],
};

test("views have their counts, and a saved one shows its filter, order and columns", async () => {
  const { user, router } = await show(path, { [`GET ${at}/views`]: views });
  await user.click(await screen.findByRole("button", { name: "Visninger" }));
  expect(await screen.findByRole("menuitem", { name: /Rettslig\s*12/ })).toBeVisible();
  await user.click(screen.getByRole("menuitem", { name: /Store firmaer\s*3/ }));
  expect(router.state.location.search).toBe(
    "?fra=10000.00&type=company&sorter=open&retning=ned&kol=case%2Cname%2Copen",
  );
  expect(await screen.findByRole("button", { name: "Store firmaer" })).toBeVisible();
  expect(screen.queryByRole("columnheader", { name: "Status" })).toBeNull();
});

test("a view is kept with what the list is asked with, and shared", async () => {
  const { user, asked } = await show(`${path}?status=legal&sorter=open&retning=ned`, {
    [`GET ${at}/views`]: { rows: [] },
    "POST /views": { view: 9, version: 1 },
  });
  await user.click(await screen.findByRole("button", { name: "Visninger" }));
  await user.click(await screen.findByRole("menuitem", { name: "Lagre visningen" }));
  const dialog = await screen.findByRole("dialog", { name: "Lagre visningen" });
  await user.click(await within(dialog).findByRole("button", { name: "Lagre" }));
  expect(await within(dialog).findAllByText(/Gi visningen et navn/)).toHaveLength(2);
  await user.type(within(dialog).getByLabelText("Navn på visningen"), "Rettslig, størst");
  await user.click(within(dialog).getByLabelText("Del med kolleger"));
  await user.click(within(dialog).getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Visningen «Rettslig, størst» er lagret")).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({
    name: "Rettslig, størst",
    list: "cases",
    shared: true,
    filter: { tab: "ongoing", status: ["legal"] },
    sort: "open",
    direction: "down",
    columns: null,
  });
});

test("all means all that match: the number goes along, and each that refused says why", async () => {
  const { user, asked } = await show(`${path}?status=going`, {
    [`GET ${at}/cases`]: { ...casePage([caseRow(1), caseRow(2)]), count: 90 },
    [`GET ${at}/cases/sums`]: { count: 90, open: "890000.00" },
    [`POST ${at}/acts`]: {
      count: 90,
      done: [1],
      refused: [{ case: 2, code: "case.closed", field: "", detail: "closed", remedy: "" }],
      undo: { act: "resume" },
    },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg alle 90 som passer" }));
  await user.click(screen.getByRole("button", { name: "Sett på vent" }));
  const dialog = await screen.findByRole("dialog", { name: "Sett på vent: 90 saker?" });
  expect(await within(dialog).findByText(/890\s000,00 kr utestående/)).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Sett på vent" }));
  expect(await screen.findByText("1 ble gjort, 1 ble avvist:")).toBeVisible();
  expect(screen.getByRole("link", { name: "Sak 2" })).toHaveAttribute("href", "/999999999/saker/2");
  expect(screen.getByText("Saken er avsluttet.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Angre" }));
  const posts = asked.filter((one) => one.method === "POST").map((one) => one.body);
  expect(posts).toEqual([
    { act: "pause", filter: { tab: "ongoing", status: ["going"] }, count: 90 },
    { act: "resume", cases: [1] },
  ]);
});

test("when another number matches by now, nothing is done, and it is said where one pressed", async () => {
  const { user } = await show(path, {
    [`POST ${at}/acts`]: new Refusal(409, { code: "bulk.changed", detail: "4 match now" }),
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg alle 3 som passer" }));
  await user.click(screen.getByRole("button", { name: "Sett på vent" }));
  const dialog = await screen.findByRole("dialog", { name: "Sett på vent: 3 saker?" });
  await user.click(await within(dialog).findByRole("button", { name: "Sett på vent" }));
  expect(await within(dialog).findByText(/Antallet har endret seg/)).toBeVisible();
});

test("more than are taken at once are refused before anything is asked, with the number, the limit and the way on", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}/cases`]: { ...casePage([caseRow(1)]), count: 12345 },
  });
  await user.click(await screen.findByRole("checkbox", { name: /^Velg alle 12\s345 som passer$/ }));
  await user.click(screen.getByRole("button", { name: "Mer" }));
  await user.click(await screen.findByRole("menuitem", { name: "Trekk saken" }));
  const alert = within(await screen.findByRole("alert"));
  expect(
    alert.getByText(/^12\s345 saker er valgt, og høyst 10\s000 tas på én gang\. Ingenting er gjort\.$/),
  ).toBeVisible();
  expect(alert.getByText("Lukk, gjør filteret smalere, og ta resten etterpå.")).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: "Lukk" }).at(-1)!);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(asked.filter((one) => one.method === "POST")).toEqual([]);
});

test("many cases are a job that one may leave, with its progress", async () => {
  let state = "running";
  const job = { job: 7, what: "acts", by: "Lise", mine: true, made: "2026-07-06T10:00:00Z", ended: null, status: null };
  const { user, asked } = await show(path, {
    [`GET ${at}/cases`]: { ...casePage([caseRow(1)]), count: 890 },
    [`POST ${at}/acts`]: { ...job, state: "waiting", count: 0, total: null },
    [`GET ${at}/jobs/7`]: () => ({
      ...job,
      state,
      count: 400,
      total: 890,
      answer: state === "done" ? { count: 890, done: [1], refused: [], undo: null } : undefined,
    }),
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg alle 890 som passer" }));
  await user.click(screen.getByRole("button", { name: "Sett på vent" }));
  const dialog = await screen.findByRole("dialog", { name: "Sett på vent: 890 saker?" });
  await user.click(await within(dialog).findByRole("button", { name: "Sett på vent" }));
  expect(await within(dialog).findByText("400 av 890")).toBeVisible();
  expect(within(dialog).getByText(/Du kan gå videre/)).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.headers.get("Prefer")).toBe("respond-async");
  state = "done";
  expect(await screen.findByText("1 sak: Sett på vent – utført", {}, { timeout: 3000 })).toBeVisible();
});

test("what an act would do with many is seen first: how many, who refuses and why, and the sums", async () => {
  const step = (what: string, on: string) => ({ what, on, because: [] });
  const { user, asked } = await show(path, {
    [`POST ${at}/acts/check`]: {
      count: 3,
      allowed: 2,
      before: "25522.62",
      after: "0.00",
      costs: "0.00",
      rows: [{ case: 20001, before: step("demand", "2026-07-07"), after: null, status: "withdrawn" }],
      refused: [{ case: 20003, code: "case.closed", field: "", detail: "closed", remedy: "" }],
    },
    [`POST ${at}/acts`]: { count: 3, done: [20001, 20002], refused: [], undo: { act: "reopen" } },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Velg alle 3 som passer" }));
  await user.click(screen.getByRole("button", { name: "Mer" }));
  await user.click(await screen.findByRole("menuitem", { name: "Trekk saken" }));
  const dialog = await screen.findByRole("dialog", { name: "Trekk saken: 3 saker?" });
  await user.selectOptions(await within(dialog).findByLabelText("Hvorfor"), "Koster mer enn det gir");
  expect(await within(dialog).findByText("2 av 3 saker kan gjøres")).toBeVisible();
  expect(within(dialog).getByText(/1 avvises, sak 20003:/)).toHaveTextContent("Saken er avsluttet.");
  expect(within(dialog).getByText("Betalingsoppfordring 07.07. → ingenting")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Trekk saken, gi opp 25\u00a0522,62 kr" }));
  expect(await screen.findByText("2 saker: Trekk saken – utført")).toBeVisible();
  const last = asked.filter((one) => one.method === "POST").at(-1);
  expect([last?.path, last?.body]).toEqual([
    `${at}/acts`,
    { act: "withdraw", why: "not_worth_it", filter: { tab: "ongoing" }, count: 3 },
  ]);
});

test("the running cases of an older version move to the newest", async () => {
  const { user, asked } = await show(`${path}?flytt=Kort`, {
    [`GET ${at}/courses/Kort/cases`]: {
      newest: 2,
      versions: [
        { version: 2, count: 1, cases: [20003] },
        { version: 1, count: 2, cases: [20001, 20002] },
      ],
    },
    [`POST ${at}/acts/check`]: {
      count: 2,
      allowed: 2,
      before: "25522.62",
      after: "25522.62",
      costs: "0.00",
      rows: [],
      refused: [],
    },
    [`POST ${at}/acts`]: { count: 2, done: [20001, 20002], refused: [], undo: null },
  });
  const dialog = await screen.findByRole("dialog", { name: "Bytt løp: 2 saker?" });
  expect(await within(dialog).findByText("Nytt løp: Kort, versjon 2")).toBeVisible();
  expect(await within(dialog).findByText("2 av 2 saker kan gjøres")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Bytt løp" }));
  expect(await screen.findByText("2 saker: Bytt løp – utført")).toBeVisible();
  expect(asked.filter((one) => one.method === "POST").at(-1)?.body).toEqual({
    act: "course",
    course: "Kort",
    cases: [20001, 20002],
  });
});
