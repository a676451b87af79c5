import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { casePage, creditor, me } from "~/test/fixtures";
import { show } from "~/test/show";

const at = "/creditors/999999999";
const invented = "/creditors/000000000";
const trying = {
  org_number: "000000000",
  name: "Eksempelfirmaet AS",
  practice_today: "2026-01-05",
  role: "owner" as const,
  mandate: null,
  rights: me.rights,
};

test("on the first day one press leads to invented cases, with the tour", async () => {
  let begun = false;
  const { user, asked, router } = await show("/999999999", {
    [`GET ${at}`]: { ...creditor, cases: false },
    "GET /me": () => (begun ? { ...me, creditors: [...me.creditors, trying] } : me),
    "POST /practice": () => {
      begun = true;
      return { org_number: "000000000", today: "2026-01-05" };
    },
    [`GET ${invented}`]: { ...creditor, org_number: "000000000" },
    [`GET ${invented}/today`]: undefined,
    [`GET ${invented}/cases`]: casePage([]),
  });
  await user.click(await screen.findByRole("button", { name: "Prøv med eksempelsaker" }));
  expect(await screen.findByText(/Eksempelsaker på en egen klokke: 5. januar 2026/)).toBeVisible();
  expect(await screen.findByRole("complementary", { name: "Omvisning" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/000000000");
  expect(asked.some((one) => one.method === "POST" && one.path === "/practice")).toBe(true);
});

test("the clock of invented cases goes on, and they go without a trace", async () => {
  let day = "2026-01-05";
  let ended = false;
  const { user, asked } = await show("/000000000/saker", {
    "GET /me": () => ({
      ...me,
      creditors: ended ? me.creditors : [...me.creditors, { ...trying, practice_today: day }],
    }),
    [`GET ${invented}`]: { ...creditor, org_number: "000000000" },
    [`GET ${invented}/cases`]: casePage([]),
    [`GET ${invented}/cases/sums`]: { count: 0, open: "0.00" },
    [`POST ${invented}/practice/days`]: () => {
      day = "2026-01-12";
      return { org_number: "000000000", today: day };
    },
    [`DELETE ${invented}/practice`]: () => {
      ended = true;
      return null;
    },
  });
  await user.click(await screen.findByRole("button", { name: "En uke frem" }));
  expect(await screen.findByText(/12. januar 2026/)).toBeVisible();
  expect(asked.find((one) => one.path.endsWith("/practice/days"))?.body).toEqual({ days: 7 });
  await user.click(screen.getByRole("button", { name: "Slett eksempelsakene" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Slett eksempelsakene" }));
  expect(await screen.findByText("Eksempelsakene er slettet")).toBeVisible();
});
