import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { creditor, me, meWith } from "~/test/fixtures";
import { show } from "~/test/show";

test("up to five of each kind, with the way to all, and zero as good news", async () => {
  await show("/999999999");
  expect(await screen.findByRole("heading", { level: 1, name: "Hei, Lise" })).toBeVisible();
  expect(await screen.findByRole("link", { name: "Vis alle (12): Venter på deg" })).toHaveAttribute(
    "href",
    "/999999999/saker?status=approval",
  );
  expect(screen.getAllByRole("link", { name: /Mild Nordavind/ })).toHaveLength(5);
  expect(screen.getByText("Alle innbetalinger har funnet saken sin.")).toBeVisible();
});

test("the first day offers the two ways to begin", async () => {
  await show("/999999999", { "GET /creditors/999999999": { ...creditor, cases: false } });
  expect(await screen.findByRole("heading", { name: "Her kommer det som trenger deg" })).toBeVisible();
});

test("what one may not do is not offered", async () => {
  await show("/999999999", { "GET /me": meWith(["read_cases", "read_reports", "read_settings"]) });
  await screen.findByRole("heading", { level: 1 });
  const nav = screen.getByRole("navigation", { name: "Hovedmeny" });
  expect(within(nav).queryByRole("link", { name: "Import" })).not.toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Ny sak" })).not.toBeInTheDocument();
});

test("another's creditor does not exist", async () => {
  await show("/123456785");
  expect(await screen.findByRole("heading", { level: 1, name: "Denne siden finnes ikke" })).toBeVisible();
});

test.each([
  ["nn", "Alle innbetalingar har funne saka si."],
  ["en", "Every payment has found its case."],
  ["sv", "Alla inbetalningar har hittat sitt ärende."],
] as const)("the same in %s", async (language, text) => {
  await show("/999999999", { "GET /me": { ...me, language } }, language);
  expect(await screen.findByText(text)).toBeVisible();
});
