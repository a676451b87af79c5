import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/saker/24117?vis=dokumenter";

test("a paper is made on the day, and what cannot be made says why where one pressed", async () => {
  URL.createObjectURL = vi.fn(() => "blob:x");
  URL.revokeObjectURL = vi.fn();
  const { user, asked } = await show(path, {
    [`GET ${at}/invoices/50231/copies`]: { rows: [] },
    [`POST ${at}/cases/24117/documents`]: {},
    [`POST ${at}/cases/24117/petitions`]: new Refusal(422, {
      code: "petition.early",
      detail: "too early",
      remedy: "Wait.",
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Lag et dokument" }, { timeout: 10_000 }));
  await user.click(await screen.findByRole("menuitem", { name: "Vedlegg: slik er det regnet" }));
  expect(await screen.findByText("Vedlegg: slik er det regnet er laget")).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({ kind: "annex" });
  await user.click(screen.getByRole("button", { name: "Lag et dokument" }));
  await user.click(await screen.findByRole("menuitem", { name: "Forliksklage" }));
  expect(await screen.findByText("Kode petition.early")).toBeVisible();
});

test("a copy of the invoice is added later, and can be forgotten", async () => {
  let kept = false;
  const copy = { invoice: "50231", sha256: "ab", name: "faktura.pdf", on: "2026-07-06" };
  const { user, asked } = await show(path, {
    [`GET ${at}/invoices/50231/copies`]: () => ({ rows: kept ? [copy] : [] }),
    [`POST ${at}/invoices/50231/copies`]: () => {
      kept = true;
      return copy;
    },
    [`DELETE ${at}/invoices/50231/copies/ab`]: () => {
      kept = false;
      return null;
    },
  });
  await user.upload(
    await screen.findByLabelText("Legg ved PDF"),
    new File(["%PDF"], "faktura.pdf", { type: "application/pdf" }),
  );
  expect(await screen.findByText("Kopien er lagt ved")).toBeVisible();
  expect(asked.find((one) => one.method === "POST")?.headers.get("Frist-File-Name")).toBe("faktura.pdf");
  await user.click(await screen.findByRole("button", { name: "Fjern kopien faktura.pdf" }));
  await waitFor(() => expect(screen.queryByRole("link", { name: "faktura.pdf" })).toBeNull());
});
