import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { today } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/saker/24117?vis=notater";
const note = {
  note: 3,
  debtor: 7,
  case: 24117,
  at: "2026-07-05T14:05",
  by: "Lise Martinsen",
  person: 1,
  text: "Ringte. Betaler fredag.",
  struck: null,
};

test("a note is shown at once, and can be taken back", async () => {
  let struck = false;
  const { user, asked } = await show(path, {
    [`GET ${at}/cases/24117/notes`]: () => ({
      rows: struck ? [{ ...note, text: "", struck: { at: "2026-07-06T10:00", by: "Lise Martinsen" } }] : [note],
    }),
    [`POST ${at}/cases/24117/notes`]: note,
    [`DELETE ${at}/notes/3`]: () => {
      struck = true;
      return null;
    },
  });
  await user.type(await screen.findByLabelText(/^Nytt notat/, {}, { timeout: 5000 }), "Ringte. Betaler fredag.");
  await user.click(screen.getByRole("button", { name: "Lagre notatet" }));
  expect(await screen.findByText("Notatet er lagret")).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({ text: "Ringte. Betaler fredag." });
  await user.click(screen.getByRole("button", { name: "Angre" }));
  expect(await screen.findByText("Strøket 06.07.2026 av Lise Martinsen")).toBeVisible();
});

test("when the server says no, the old list and the words are back, and it is said there", async () => {
  const { user } = await show(path, {
    [`GET ${at}/cases/24117/notes`]: { rows: [note] },
    [`POST ${at}/cases/24117/notes`]: new Refusal(503, { code: "store.busy", detail: "busy" }),
  });
  const field = await screen.findByLabelText(/^Nytt notat/);
  await user.type(field, "Et ord");
  await user.click(screen.getByRole("button", { name: "Lagre notatet" }));
  expect(await screen.findByText("Kode store.busy")).toBeVisible();
  expect(field).toHaveValue("Et ord");
  await waitFor(() =>
    expect(within(screen.getByRole("region", { name: "Notater" })).getAllByRole("listitem")).toHaveLength(1),
  );
});

test("an old mirror is told over every page, with the limit and the way on", async () => {
  const stale = { read: "2026-07-04T05:42:00Z", age_hours: 50, limit_hours: 48, stale: true, stale_from: null };
  await show("/999999999/saker", {
    [`GET ${at}/today`]: { ...today, freshness: { ledger: stale, bank: { ...stale, stale: false } } },
  });
  expect(await screen.findByText(/Reskontroen er 50 timer gammel. Grensen er 48 timer/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Les på nytt" })).toHaveAttribute("href", "/999999999/import");
});
