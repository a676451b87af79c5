import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { creditor } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const at = "/creditors/999999999";
const path = "/999999999/innstillinger";

test("who collects is chosen with its explanation, and an agency is named before it is saved", async () => {
  const { user, asked } = await show(path, { [`PATCH ${at}`]: { ...creditor, mode: "agency" } });
  expect(await screen.findByRole("radio", { name: "Vi krever inn selv" }, { timeout: 5000 })).toBeChecked();
  expect(screen.getByText(/Avsender, konto og KID er deres egne/)).toBeVisible();
  expect(screen.queryByRole("textbox", { name: /Inkassoforetakets navn/ })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Et inkassoforetak krever inn" }));
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findAllByText("Skriv navnet på inkassoforetaket.")).toHaveLength(2);
  await user.type(screen.getByRole("textbox", { name: /Inkassoforetakets navn/ }), "Prøveinkasso AS");
  await user.type(screen.getByRole("textbox", { name: /Inkassoforetakets organisasjonsnummer/ }), "123 456 785");
  await user.type(screen.getByRole("textbox", { name: /Inkassoforetakets postnummer/ }), "0150");
  await user.type(screen.getByRole("textbox", { name: /Inkassoforetakets poststed/ }), "Oslo");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  await waitFor(() =>
    expect(asked.find((one) => one.method === "PATCH")?.body).toEqual({
      mode: "agency",
      agency: {
        name: "Prøveinkasso AS",
        org_number: "123456785",
        address: { street: "", postal_code: "0150", place: "Oslo" },
      },
    }),
  );
});

test("the length of a KID is none, or as agreed with the bank", async () => {
  const { user, asked } = await show(path, { [`PATCH ${at}`]: { ...creditor, kid_length: 12 } });
  const length = await screen.findByRole("textbox", { name: "Lengde på KID" }, { timeout: 5000 });
  await user.clear(length);
  await user.type(length, "3");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findAllByText("Skriv 0, eller et tall fra 7 til 25.")).toHaveLength(2);
  await user.clear(length);
  await user.type(length, "12");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  await waitFor(() => expect(asked.find((one) => one.method === "PATCH")?.body).toEqual({ kid_length: 12 }));
});

test("what the server finds wrong with the agency stands at its field", async () => {
  const refusal = new Refusal(422, { code: "creditor.agency_name", field: "agency.name", detail: "has no name" });
  const { user } = await show(path, {
    [`GET ${at}`]: {
      ...creditor,
      mode: "agency",
      agency: { name: "Prøveinkasso AS", org_number: "123456785", address: { postal_code: "0150", place: "Oslo" } },
    },
    [`PATCH ${at}`]: refusal,
  });
  const name = await screen.findByRole("textbox", { name: /Inkassoforetakets navn/ }, { timeout: 5000 });
  await user.type(name, "!");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  await waitFor(() => expect(name).toHaveAccessibleDescription(/Inkassoforetaket som krever inn, har ikke navn/));
});
