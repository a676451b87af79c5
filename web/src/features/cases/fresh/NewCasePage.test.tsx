import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "~/test/show";

const at = "/creditors/999999999";
const debtors = { [`GET ${at}/debtors`]: { rows: [], count: 0 } };

/** The three facts and a new debtor, and the press that starts. */
async function start(user: Awaited<ReturnType<typeof show>>["user"]) {
  await user.type(await screen.findByRole("textbox", { name: /Fakturanummer/ }), "50231");
  await user.type(screen.getByRole("textbox", { name: /Forfall/ }), "19.5.26");
  await user.type(screen.getByRole("textbox", { name: /Beløp/ }), "18400");
  await user.click(screen.getByRole("radio", { name: "En ny skyldner" }));
  await user.selectOptions(screen.getByRole("combobox", { name: /Skyldneren er/ }), "person");
  await user.type(screen.getByRole("textbox", { name: /Navn/ }), "Lun Havørn");
  await user.click(screen.getByRole("button", { name: "Start saken" }));
}

test("every required field that is empty is told, first in the summary", async () => {
  const { user } = await show("/999999999/saker/ny", debtors);
  await user.click(await screen.findByRole("button", { name: "Start saken" }));
  expect(await screen.findByText("4 felt må rettes")).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Skriv beløpet på fakturaen, uten senere gebyrer." }));
  expect(screen.getByRole("textbox", { name: /Beløp/ })).toHaveFocus();
});

test("one can type at once: the first field has the focus", async () => {
  const { user } = await show("/999999999/saker/ny", debtors);
  const first = await screen.findByRole("textbox", { name: /Fakturanummer/ });
  expect(first).toHaveFocus();
  await user.keyboard("50231");
  expect(first).toHaveValue("50231");
});

test("a field that was left before anything was typed is no mistake until one saves", async () => {
  const { user } = await show("/999999999/saker/ny", debtors);
  await screen.findByRole("textbox", { name: /Fakturanummer/ });
  for (let n = 0; n < 5; n++) await user.tab();
  expect(screen.queryByText("Skriv fakturanummeret.")).toBeNull();
  expect(screen.queryByText("Skriv beløpet på fakturaen, uten senere gebyrer.")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Start saken" }));
  expect(await screen.findAllByText("Skriv fakturanummeret.")).toHaveLength(2);
});

test("what was typed wrongly is told when it is left, but not under a press", async () => {
  const { user } = await show("/999999999/saker/ny", debtors);
  const amount = await screen.findByRole("textbox", { name: /Beløp/ });
  const fault = "Skriv beløpet på fakturaen, uten senere gebyrer.";
  await user.type(amount, "xyz");
  const radio = screen.getByRole("radio", { name: "En ny skyldner" });
  await user.pointer({ keys: "[MouseLeft>]", target: radio });
  expect(amount).not.toHaveFocus();
  expect(screen.queryByText(fault)).toBeNull();
  await user.pointer({ keys: "[/MouseLeft]", target: radio });
  expect(radio).toBeChecked();
  expect(await screen.findByText(fault)).toBeVisible();
  await user.clear(amount);
  await user.type(amount, "100");
  await user.tab();
  expect(screen.queryByText(fault)).toBeNull();
});

test("three facts and a new debtor make a case", async () => {
  const { user, asked, router } = await show("/999999999/saker/ny", {
    ...debtors,
    [`POST ${at}/cases`]: { started: 1, rows: [{ invoice: "50231", case: 24117, joined: false }] },
  });
  await start(user);
  await waitFor(() => expect(router.state.location.pathname).toBe("/999999999/saker/24117"));
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({
    invoice: "50231",
    due: "2026-05-19",
    amount: "18400.00",
    debtor: { kind: "person", name: "Lun Havørn" },
  });
});

test("what an invoice was added to is told as that, not as a new case", async () => {
  const { user, router } = await show("/999999999/saker/ny", {
    ...debtors,
    [`POST ${at}/cases`]: { started: 0, rows: [{ invoice: "50231", case: 7, joined: true }] },
  });
  await start(user);
  await waitFor(() => expect(router.state.location.pathname).toBe("/999999999/saker/7"));
  expect(await screen.findByText("Fakturaen er lagt til i sak 7")).toBeVisible();
});
