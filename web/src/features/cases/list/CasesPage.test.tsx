import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { casePage, caseRow, creditor, one } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const path = "/999999999/saker";

test("the register shows its rows, and tells of all that match", async () => {
  await show(path);
  const table = await screen.findByRole("table", { name: "Saker" });
  expect(table).toHaveAttribute("aria-rowcount", "4");
  expect(within(table).getAllByRole("row")).toHaveLength(4);
  expect(within(table).getByRole("link", { name: "Blid Fjellrev 20002" })).toHaveAttribute(
    "href",
    "/999999999/saker/20002",
  );
  expect(await screen.findByText("3 saker")).toBeVisible();
  expect(await screen.findByText(`38 283,93 kr`)).toBeVisible();
});

test("only the sorted column says so, and a press turns it", async () => {
  const { user, asked, router } = await show(path);
  await user.click(await screen.findByRole("button", { name: "Utestående kr" }));
  await waitFor(() => expect(router.state.location.search).toBe("?sorter=open"));
  await waitFor(() => expect(asked.some((one) => one.query.get("sort") === "open")).toBe(true));
  const sorted = (await screen.findAllByRole("columnheader")).filter((head) => head.hasAttribute("aria-sort"));
  expect(sorted.map((head) => head.textContent)).toEqual(["Utestående kr"]);
});

test("filters stand in the address, and a reset leaves the search", async () => {
  const { user, asked, router } = await show(`${path}?sok=fjell&status=going,approval&type=company`);
  await screen.findByRole("table");
  expect(asked.find((one) => one.path.endsWith("/cases"))?.query.get("status")).toBe("going,approval");
  expect(screen.getByRole("button", { name: "Filtrer på Status Pågår, Venter på deg" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Fjern alle filtre" }));
  await waitFor(() => expect(router.state.location.search).toBe("?sok=fjell"));
});

test("the keyboard goes down, picks two and lets go", async () => {
  const { user } = await show(path);
  await screen.findByRole("table");
  await user.keyboard("jxjx");
  expect(await screen.findByText("2 saker valgt")).toBeVisible();
  expect(screen.getByText(`25 522,62 kr`)).toBeVisible();
  await user.keyboard("{Escape}");
  expect(await screen.findByText("3 saker")).toBeVisible();
});

test("Enter opens the keyboard's row", async () => {
  const { user, router } = await show(path);
  await screen.findByRole("table");
  await user.keyboard("jj{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/999999999/saker/20002"));
});

test("the head box picks every case that matches, and says the number", async () => {
  const { user } = await show(path);
  await user.click(await screen.findByRole("checkbox", { name: "Velg alle 3 som passer" }));
  expect(await screen.findByText("3 saker valgt")).toBeVisible();
  expect(screen.getByText(`38 283,93 kr`)).toBeVisible();
});

test("nothing because the filter is narrow offers the way back", async () => {
  await show(`${path}?status=legal`, { "GET /creditors/999999999/cases": casePage([]) });
  expect(await screen.findByRole("heading", { name: "Ingen saker passer filteret" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Inaktive: 4 treff" })).toHaveAttribute(
    "href",
    `${path}?status=legal&fane=inactive`,
  );
  expect(screen.getByRole("link", { name: "Avsluttede: 8 treff" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Fjern alle filtre" })).toBeVisible();
});

test("a word for a tab that there is not shows the first tab", async () => {
  const { asked } = await show(`${path}?fane=avslutta`);
  await screen.findByRole("table", { name: "Saker" });
  expect(asked.find((one) => one.path.endsWith("/cases"))?.query.get("tab")).toBe("ongoing");
});

test("the way up from a case leads to the register as it was left", async () => {
  const { user, router } = await show(`${path}?status=going&jobb=0`, { "GET /creditors/999999999/cases/20002": one });
  await user.click(await screen.findByRole("link", { name: "Blid Fjellrev 20002" }));
  await user.click(await screen.findByRole("link", { name: "Saker", current: false }));
  await waitFor(() => expect(router.state.location.search).toBe("?status=going"));
});

test("nothing on the first day offers the start", async () => {
  await show(path, {
    "GET /creditors/999999999/cases": casePage([]),
    "GET /creditors/999999999": { ...creditor, cases: false },
  });
  expect(await screen.findByRole("heading", { name: "Her kommer sakene dine" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Importer reskontro" })).toHaveAttribute("href", "/999999999/import");
});

test("nothing at all is good news", async () => {
  await show(path, { "GET /creditors/999999999/cases": casePage([]) });
  expect(await screen.findByRole("heading", { name: "Ingen saker pågår nå" })).toBeVisible();
});

test("a failure can be tried again", async () => {
  let times = 0;
  const { user } = await show(path, {
    "GET /creditors/999999999/cases": () => {
      times += 1;
      return times > 2 ? casePage([caseRow(20009)]) : new Refusal(503, { code: "store.busy", detail: "busy" });
    },
  });
  await user.click(await screen.findByRole("button", { name: "Prøv igjen" }, { timeout: 8000 }));
  expect(await screen.findByRole("link", { name: "Blid Fjellrev 20009" })).toBeVisible();
});

test("signs right after the name have names", async () => {
  await show(path, { "GET /creditors/999999999/cases": casePage([caseRow(1, { signs: ["address_missing"] })]) });
  expect(await screen.findByRole("img", { name: "Mangler adresse" })).toBeVisible();
});

test("the list leaves as a workbook: what is asked for, in its order, with the columns that are shown", async () => {
  const { user, asked } = await show(`${path}?sok=fjell&sorter=open&retning=ned&kol=case,name,open`, {
    "GET /creditors/999999999/cases": casePage([caseRow(20009)]),
    "POST /creditors/999999999/cases/sheet": {},
  });
  await user.click(await screen.findByRole("button", { name: "Eksporter" }));
  await user.click(await screen.findByRole("menuitem", { name: "Excel-bok (XLSX)" }));
  const wish = await waitFor(() => {
    const body = asked.find((one) => one.path.endsWith("/sheet"))?.body as Record<string, unknown> | undefined;
    expect(body).toBeDefined();
    return body;
  });
  expect(wish).toMatchObject({
    form: "xlsx",
    filter: { search: "fjell" },
    sort: "open",
    direction: "down",
    columns: [
      { id: "case", head: "Sak" },
      { id: "name", head: "Skyldner" },
      { id: "open", head: "Utestående kr" },
    ],
    sum: "Sum",
  });
});
