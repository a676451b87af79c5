import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { me } from "~/test/fixtures";
import { show } from "~/test/show";

const eighty = Array.from({ length: 80 }, (_, n) => ({
  ...me.creditors[0]!,
  org_number: String(999999900 + n),
  name: `Prøve ${n + 1} AS`,
}));
const lise = {
  person: 1,
  name: me.name,
  email: me.email,
  role: "owner",
  creditors: null,
  second_factor: false,
  made: "2026-07-01T08:00:00Z",
};

test("among eighty creditors one types a name, and what was ticked stays ticked", async () => {
  const { user, asked } = await show("/999999900/innstillinger/folk", {
    "GET /me": { ...me, creditors: eighty },
    "GET /people": { rows: [lise], invites: [] },
    "GET /creditors/999999900": {},
    "POST /invites": { invite: 1, link: "https://frist.example/l#x", expires: "2026-07-09T08:00:00Z" },
  });
  await user.click(await screen.findByRole("button", { name: "Inviter" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(await dialog.findByLabelText(/^E-post/), "per@prove.example");
  await user.selectOptions(dialog.getByLabelText(/^Rolle/), "client");
  const find = dialog.getByLabelText("Navn eller organisasjonsnummer");
  await user.type(find, "prøve 77");
  expect(dialog.getAllByRole("checkbox")).toHaveLength(1);
  await user.click(dialog.getByLabelText("Prøve 77 AS"));
  await user.clear(find);
  await user.type(find, "999999904");
  await user.click(dialog.getByLabelText("Prøve 5 AS"));
  expect(dialog.getByText("2 valgt")).toBeVisible();
  await user.click(dialog.getAllByRole("button", { name: /Inviter/ }).at(-1)!);
  const body = asked.find((one) => one.path === "/invites")?.body as { creditors: string[] };
  expect([...body.creditors].sort()).toEqual(["999999904", "999999976"]);
});
