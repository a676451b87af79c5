import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "~/test/show";

const row = (n: number, known = false) => ({
  row: n,
  org_number: known ? "999999999" : "988077917",
  name: `Prøve ${n} AS`,
  account: "12345678903",
  known,
});
const good = { file: "klienter.csv", stored: false, fresh: 1, known: 1, rows: [row(2), row(3, true)], rejected: [] };
const bad = {
  ...good,
  fresh: 0,
  known: 0,
  rows: [],
  rejected: [
    { code: "creditor.name", row: 4, column: "Navn", detail: "the creditor has no name", remedy: "Give its name." },
  ],
};

test("many creditors are shown first, mistakes by row and column, and added when all are right", async () => {
  let answer: object = bad;
  const { user, asked } = await show("/999999999/innstillinger/kreditorer", {
    "POST /creditors/import": (_: Request, url: URL) =>
      url.searchParams.get("dry_run") === "true" ? answer : { ...good, stored: true },
  });
  await user.click(await screen.findByRole("button", { name: "Legg til mange fra fil" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Legg til mange fra fil" }));
  const bring = () =>
    user.upload(document.querySelector("input[type=file]") as HTMLInputElement, new File(["x"], "klienter.csv"));
  await bring();
  expect(await dialog.findByText("1 rad har feil. Ingen er lagt til.")).toBeVisible();
  expect(dialog.getByText(/Rad 4/)).toBeVisible();
  expect(dialog.queryByRole("button", { name: /^Legg til 1/ })).toBeNull();
  answer = good;
  await bring();
  expect(await dialog.findByText("1 ny kreditor. 1 finnes fra før.")).toBeVisible();
  await user.click(dialog.getByRole("button", { name: "Legg til 1 kreditor" }));
  expect(await screen.findByText("1 kreditor er lagt til")).toBeVisible();
  expect(asked.filter((one) => one.path === "/creditors/import").map((one) => one.query.get("dry_run"))).toEqual([
    "true",
    "true",
    "false",
  ]);
});
