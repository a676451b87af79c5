import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ledgerRow } from "~/test/fixtures";
import { show } from "~/test/show";

const at = "/creditors/999999999";
const ledger = { rows: [ledgerRow("60001")], count: 1, open: "3318.90", warned: 0 };

test("the tour is offered once, and goes along from page to page", async () => {
  const { user, asked, router } = await show("/999999999", {
    "PUT /me/settings/tour": null,
    [`GET ${at}/ledger`]: ledger,
  });
  await user.click(await screen.findByRole("button", { name: "Ta omvisningen" }));
  const card = await screen.findByRole("complementary", { name: "Omvisning" });
  expect(await within(card).findByText("1 av 7")).toBeVisible();
  await user.click(within(card).getByRole("button", { name: "Neste" }));
  expect(await within(card).findByRole("heading", { name: "Reskontro" })).toBeVisible();
  expect(await screen.findByRole("heading", { level: 1, name: "Reskontro" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/999999999/reskontro");
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual({ seen: true });
});

test("an article opens beside its page, and its answer is kept", async () => {
  const { user, asked } = await show("/999999999/saker", { "PUT /me/settings/help-answers": null });
  await user.click(await screen.findByRole("button", { name: "Hjelp" }));
  await user.click(await screen.findByRole("menuitem", { name: "Hjelp til denne siden" }));
  const article = await screen.findByRole("dialog", { name: "Saker" });
  await user.click(within(article).getByRole("button", { name: "Ja" }));
  expect(await within(article).findByText(/Svaret er lagret her/)).toBeVisible();
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual([
    { article: "cases", found: true, on: "2026-07-06" },
  ]);
});
