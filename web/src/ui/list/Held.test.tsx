import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OutboxRow } from "~/api/types";
import { me, meWith, suspense } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

// A table that the screen holds whole, on the pages that have one: letters and payments.
const at = "/creditors/999999999";
const path = "/999999999/utskrift?vis=kommer";
const letter = (number: number, words: Partial<OutboxRow>): OutboxRow => ({
  case: number,
  letter: 1,
  debtor: number,
  name: `Blid Fjellrev ${number}`,
  kind: "reminder",
  on: "2026-07-08",
  fee: "35.00",
  because: [{ rule: "inkassoloven § 10", says: "3 banking days after the deadline 2026-07-01 for money on its way" }],
  ...words,
});
const coming = [
  letter(11, { name: "Lun Havørn", on: "2026-07-09" }),
  letter(12, { kind: "demand", fee: "1020.50" }),
  letter(13, { fee: "70.00", on: "2026-07-07" }),
];
const answers = {
  [`GET ${at}/letters`]: { ready: [], held: [], coming, unseen: 0, coming_whole: true },
  [`POST ${at}/sheet`]: {},
};
const names = () => [...document.querySelectorAll("tbody a")].map((one) => one.textContent);
interface Sent {
  columns: { id: string; head: string; kind: string; summed: boolean }[];
  rows: unknown[][];
  about: { name: string; value: string }[];
  form: string;
  sum: string;
}

test("is sorted by what its cells are", async () => {
  const { user, router } = await show(path, answers);
  await user.click(await screen.findByRole("button", { name: "Gebyr kr" }));
  await waitFor(() => expect(router.state.location.search).toBe("?vis=kommer&sorter=fee"));
  expect(names()).toEqual(["Lun Havørn", "Blid Fjellrev 13", "Blid Fjellrev 12"]);
  expect(screen.getByRole("columnheader", { name: "Gebyr kr" })).toHaveAttribute("aria-sort", "ascending");
});

test("is searched as it is read, and filtered by what there is, each with how many", async () => {
  const { user, router } = await show(path, answers);
  await user.click(await screen.findByRole("searchbox", { name: /^Navn, sak/ }));
  await user.paste("1 020,50");
  expect(await screen.findByText("1 av 3")).toBeVisible();
  expect(names()).toEqual(["Blid Fjellrev 12"]);
  await user.click(screen.getByRole("button", { name: "Fjern søket" }));
  await user.click(screen.getByRole("button", { name: "Filtrer på Brev" }));
  await user.click(await screen.findByRole("checkbox", { name: /^Purring \(2\)$/ }));
  expect(await screen.findByText("2 av 3")).toBeInTheDocument();
  expect(names()).toEqual(["Lun Havørn", "Blid Fjellrev 13"]);
  expect(router.state.location.search).toContain("brev=reminder");
});

test("what hides every row says so, with the way back", async () => {
  const { user, router } = await show(`${path}&sok=finnes-ikke`, answers);
  expect(await screen.findByRole("heading", { name: "Ingen rader passer søket" })).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: "Fjern søket" }).at(-1)!);
  await waitFor(() => expect(router.state.location.search).toBe("?vis=kommer"));
});

test("becomes a file of what is shown: typed cells, sums, reasons in words, and the filter on the second sheet", async () => {
  const { user, asked } = await show(`${path}&brev=reminder&sorter=on`, answers);
  await user.click(await screen.findByRole("button", { name: "Eksporter" }));
  await user.click(await screen.findByRole("menuitem", { name: "Excel-bok (XLSX)" }));
  const sent = await waitFor(() => {
    const body = asked.find((one) => one.path === `${at}/sheet`)?.body as Sent | undefined;
    expect(body).toBeDefined();
    return body!;
  });
  expect(sent.columns.map(({ id, kind, summed }) => [id, kind, summed])).toEqual([
    ["on", "day", false],
    ["case", "whole", false],
    ["debtor", "text", false],
    ["letter", "text", false],
    ["fee", "money", true],
    ["reasons", "text", false],
  ]);
  expect(sent.rows.map((row) => row.slice(0, 5))).toEqual([
    ["2026-07-07", 13, "Blid Fjellrev 13", "Purring", "70.00"],
    ["2026-07-09", 11, "Lun Havørn", "Purring", "35.00"],
  ]);
  expect(String(sent.rows[0]?.[5])).toMatch(/1\. juli 2026.*\(inkassoloven § 10\)/);
  expect(sent).toMatchObject({ form: "xlsx", sum: "Sum" });
  expect(sent.about).toContainEqual({ name: "Brev", value: "Purring" });
  expect(sent.about).toContainEqual({ name: "Rader", value: "2" });
});

test("a column one does without is in no file, and the choice is the person's own", async () => {
  const { user, asked } = await show("/999999999/innbetalinger", {
    [`GET ${at}/suspense`]: suspense,
    [`POST ${at}/sheet`]: {},
    "PUT /me/settings/suspense-columns": null,
  });
  await user.click(await screen.findByRole("button", { name: "Kolonner" }));
  await user.click(await screen.findByRole("checkbox", { name: "KID" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("columnheader", { name: "KID" })).toBeNull());
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual({ hidden: ["kid"] });
  await user.click(await screen.findByRole("button", { name: "Eksporter" }));
  await user.click(await screen.findByRole("menuitem", { name: "Til regneark (CSV)" }));
  const sent = await waitFor(() => {
    const body = asked.find((one) => one.path === `${at}/sheet`)?.body as Sent | undefined;
    expect(body).toBeDefined();
    return body!;
  });
  expect(sent.columns.map(({ id }) => id)).not.toContain("kid");
  expect(sent.form).toBe("csv");
});

test("what the server refuses is said where one pressed", async () => {
  const { user } = await show(path, {
    ...answers,
    [`POST ${at}/sheet`]: new Refusal(503, { code: "store.busy", detail: "busy" }),
  });
  await user.click(await screen.findByRole("button", { name: "Eksporter" }));
  await user.click(await screen.findByRole("menuitem", { name: "Excel-bok (XLSX)" }));
  const dialog = await screen.findByRole("dialog", { name: "Filen ble ikke laget" });
  expect(within(dialog).getByText(/store\.busy/)).toBeVisible();
});

test("who may not export has no button", async () => {
  await show(path, { ...answers, "GET /me": meWith(me.rights.filter((right) => right !== "export_data")) });
  await screen.findByRole("table", { name: "Kommer" });
  expect(screen.queryByRole("button", { name: "Eksporter" })).toBeNull();
});
