import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "~/test/show";

const path = "/999999999/innstillinger/logg";
const row = (number: number, words: Record<string, unknown> = {}) => ({
  number,
  at: `2026-07-0${(number % 5) + 1}T09:30:00Z`,
  what: "case-pause",
  person: "Lise Martinsen",
  key: null,
  creditor: "999999999",
  about: `case ${number}`,
  ...words,
});
// The first page is what is shown; the second lies behind it.
const first = [row(9, { at: "2026-07-06T09:30:00Z" }), row(8, { at: "2026-07-05T09:30:00Z", what: "log-in" })];
const second = [row(7, { at: "2026-07-04T09:30:00Z", person: "Per Prøve" }), row(6, { at: "2026-06-01T09:30:00Z" })];
const answers = {
  "GET /log": (_: Request, url: URL) =>
    url.searchParams.get("cursor") ? { rows: second, next: null } : { rows: first, next: "7" },
  "POST /creditors/999999999/sheet": {},
};
const lines = () => document.querySelectorAll("tbody tr").length;

test("what narrows the log looks at all of it, not at what is shown", async () => {
  const { user, router } = await show(path, answers);
  await user.click(await screen.findByRole("searchbox", { name: "Hvem, hva eller sak" }));
  expect(lines()).toBe(2);
  await user.paste("per prøve");
  await waitFor(() => expect(router.state.location.search).toBe("?sok=per+pr%C3%B8ve"));
  expect(await screen.findByText("1 av 4")).toBeVisible();
  expect(screen.getByText("Per Prøve")).toBeVisible();
});

test("since a day nothing older is fetched or shown", async () => {
  const { user, router } = await show(path, answers);
  await user.click(await screen.findByRole("button", { name: "Filtrer på Siden" }));
  await user.type(await screen.findByLabelText("Fra og med"), "4.7.26{Enter}");
  await waitFor(() => expect(router.state.location.search).toBe("?fra=2026-07-04"));
  await waitFor(() => expect(lines()).toBe(3));
  expect(screen.getByRole("button", { name: "Filtrer på Siden ≥ 04.07.2026" })).toBeVisible();
});

test("its file holds every line, also those that are not shown", async () => {
  const { user, asked } = await show(path, answers);
  await user.click(await screen.findByRole("button", { name: "Eksporter" }));
  await user.click(await screen.findByRole("menuitem", { name: "Excel-bok (XLSX)" }));
  const body = await waitFor(() => {
    const sent = asked.find((one) => one.path.endsWith("/sheet"))?.body as { rows: unknown[][] } | undefined;
    expect(sent).toBeDefined();
    return sent!;
  });
  expect(body.rows).toHaveLength(4);
  expect(body.rows[2]).toEqual(["04.07.2026 11.30", "2026-07-04", "Per Prøve", "Satte på vent", "Sak 7", "999999999"]);
});
