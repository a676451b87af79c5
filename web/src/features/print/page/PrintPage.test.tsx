import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OutboxRow } from "~/api/types";
import { show } from "~/test/show";

const at = "/creditors/999999999/letters";
const whole = { unseen: 0, coming_whole: true };
const held: OutboxRow = {
  case: 24117,
  letter: 2,
  debtor: 7,
  name: "Blid Fjellrev",
  kind: "demand",
  on: "2026-07-06",
  fee: "0.00",
  printed: false,
  reasons: [
    {
      code: "gate.too_early",
      detail: "the demand's deadline 2026-07-06 must have passed",
      remedy: "Send it on 2026-07-07 or later.",
      rule: "inkassoloven § 10",
      passes_on: "2026-07-07",
    },
    {
      code: "gate.channel",
      detail: "email only when the debtor has agreed to it",
      remedy: "Send it on paper.",
      rule: "inkassoloven § 8",
      passes_on: "2026-07-20",
    },
  ],
};
const ready: OutboxRow = { ...held, letter: 3, name: "Lun Havørn", channel: "paper", total: "100.00", printed: true };

test("a letter that is held tells every reason, its section, what to do and when it passes", async () => {
  await show("/999999999/utskrift?vis=stanset", { [`GET ${at}`]: { ready: [], held: [held], coming: [], ...whole } });
  const row = (await screen.findByRole("link", { name: "Blid Fjellrev" })).closest("tr")!;
  await within(row).findByText(/Fristen i betalingsoppfordringen/);
  const reasons = within(row).getAllByRole("listitem");
  expect(reasons[0]).toHaveTextContent("Fristen i betalingsoppfordringen, 6. juli 2026, må være ute først.");
  expect(reasons[0]).toHaveTextContent("Det kan gjøres 7. juli 2026 eller senere.");
  expect(reasons[0]).not.toHaveTextContent("Det går over");
  expect(within(reasons[0]!).getByRole("link", { name: /^inkassoloven §\s10$/ })).toBeVisible();
  expect(reasons[1]).toHaveTextContent("Det går over 20. juli 2026.");
  expect(reasons[1]?.textContent).not.toMatch(/\bthe\b|Send it/);
});

test("what could not be told as posted says why, and what to do", async () => {
  const { user } = await show("/999999999/utskrift", {
    [`GET ${at}`]: { ready: [ready], held: [], coming: [], ...whole },
    [`POST ${at}/posted`]: { count: 0, refused: [held] },
  });
  await user.click(await screen.findByRole("button", { name: "Meld 1 postlagt" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Meld postlagt" }));
  expect(
    await within(dialog).findByText(/Fristen i betalingsoppfordringen, 6. juli 2026, må være ute først/),
  ).toBeVisible();
  expect(within(dialog).getByText(/Det kan gjøres 7. juli 2026 eller senere/)).toBeVisible();
});

test("more letters than are shown: how many wait, a way to see them, and all printed ones are told as posted", async () => {
  const { user, asked } = await show("/999999999/utskrift", {
    [`GET ${at}`]: { ready: [ready], held: [], coming: [], unseen: 11_000, coming_whole: false },
  });
  expect(await screen.findByText(/11\s000 brev til venter og er ikke tatt med her/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Meld alle utskrevne postlagt" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Vis flere" }));
  const limits = () => asked.filter((one) => one.path === at).map((one) => one.query.get("limit"));
  await waitFor(() => expect(limits()).toEqual(["1000", "10000"]));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Vis flere" })).toBeNull());
  await user.click(screen.getByRole("link", { name: /Kommer/ }));
  expect(await screen.findByText(/listen slutter før de fjorten dagene er omme/)).toBeVisible();
});
