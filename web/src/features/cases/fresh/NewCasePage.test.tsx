import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { creditor } from "~/test/fixtures";
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
  await user.type(screen.getByRole("textbox", { name: /Postnummer/ }), "9999");
  await user.type(screen.getByRole("textbox", { name: /Poststed/ }), "Utopia");
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
    debtor: { kind: "person", name: "Lun Havørn", address: { postal_code: "9999", place: "Utopia", country: "NO" } },
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

test("a new debtor needs an address, and what is no e-mail address or phone number is told at its field", async () => {
  const { user, asked } = await show("/999999999/saker/ny", debtors);
  await user.click(await screen.findByRole("radio", { name: "En ny skyldner" }));
  await user.type(await screen.findByRole("textbox", { name: /E-post/ }), "lun@havørn");
  await user.type(screen.getByRole("textbox", { name: /Telefon/ }), "12 34");
  await user.click(screen.getByRole("button", { name: "Start saken" }));
  for (const field of [/Postnummer/, /Poststed/])
    expect(screen.getByRole("textbox", { name: field })).toHaveAttribute("aria-required", "true");
  expect(await screen.findAllByText("Skriv postnummeret.")).toHaveLength(2);
  expect(screen.getAllByText("Skriv poststedet.")).toHaveLength(2);
  expect(screen.getAllByText("Skriv e-postadressen som navn@firma.no.")).toHaveLength(2);
  expect(screen.getAllByText("Skriv telefonnummeret med åtte sifre, eller med + og landkode.")).toHaveLength(2);
  const email = screen.getByRole("textbox", { name: /E-post/ });
  await user.clear(email);
  await user.type(email, "lun@havorn.example");
  const phone = screen.getByRole("textbox", { name: /Telefon/ });
  await user.clear(phone);
  await user.type(phone, "+47 99 99 99 99");
  await user.tab();
  expect(screen.queryByText("Skriv e-postadressen som navn@firma.no.")).toBeNull();
  expect(screen.queryByText(/^Skriv telefonnummeret/)).toBeNull();
  expect(asked.some((one) => one.method === "POST")).toBe(false);
});

test("who is known by the typed name is offered, so that there are not two of them", async () => {
  const known = { debtor: 12, customer: "1001", name: "Lun Havørn", kind: "person", address_lines: ["9999 Utopia"] };
  const { user, asked } = await show("/999999999/saker/ny", {
    [`GET ${at}/debtors`]: (_: Request, url: URL) =>
      /havørn/i.test(url.searchParams.get("search") ?? "") ? { rows: [known], count: 1 } : { rows: [], count: 0 },
    [`GET ${at}/debtors/12`]: { ...known, address: {}, relation: "consumer", cases: [], earlier_addresses: [] },
    [`POST ${at}/cases`]: { started: 1, rows: [{ invoice: "50231", case: 24117, joined: false }] },
  });
  await user.type(await screen.findByRole("textbox", { name: /Fakturanummer/ }), "50231");
  await user.type(screen.getByRole("textbox", { name: /Forfall/ }), "19.5.26");
  await user.type(screen.getByRole("textbox", { name: /Beløp/ }), "18400");
  await user.click(screen.getByRole("radio", { name: "En ny skyldner" }));
  await user.type(screen.getByRole("textbox", { name: /Navn/ }), "lun  havørn");
  await user.click(await screen.findByRole("button", { name: "Bruk Lun Havørn, kundenr. 1001" }));
  expect(screen.getByRole("radio", { name: "En kunde som er her" })).toBeChecked();
  await waitFor(() => expect(screen.getByRole("combobox", { name: /Kunde/ })).toHaveValue("Lun Havørn (1001)"));
  await user.click(screen.getByRole("button", { name: "Start saken" }));
  await waitFor(() =>
    expect(asked.find((one) => one.method === "POST")?.body).toMatchObject({ debtor: { debtor: 12 } }),
  );
});

test("the courses are those that such a debtor may have, and the law that holds is told", async () => {
  const { user } = await show("/999999999/saker/ny", {
    ...debtors,
    [`GET ${at}`]: {
      ...creditor,
      courses: ["no.standard", "no.debet", "no.debet.business"],
      course_person: "no.debet",
      course_business: "no.debet.business",
    },
  });
  await user.click(await screen.findByRole("radio", { name: "En ny skyldner" }));
  await user.click(screen.getByRole("button", { name: "Flere opplysninger" }));
  const course = await screen.findByRole("combobox", { name: "Løp" });
  const names = () =>
    within(course)
      .getAllByRole("option")
      .map((one) => one.getAttribute("value"));
  expect(names()).toEqual(["", "no.standard", "no.debet.business"]);
  expect(screen.getByText("Reglene for krav mellom næringsdrivende gjelder.")).toBeVisible();
  await user.selectOptions(screen.getByRole("combobox", { name: /Skyldneren er/ }), "person");
  expect(names()).toEqual(["", "no.standard", "no.debet"]);
  expect(screen.getByText("Reglene for krav mot forbrukere gjelder.")).toBeVisible();
});

test("a fee of before that was cut is read before one goes on to the case", async () => {
  const warning = {
    code: "earlier.fee_cut",
    field: "reminder",
    detail:
      "a fee of 90.00 was charged for the reminder of 2026-06-10; only 38.00 of it is carried on: an agency's demand carries no creditor's fee",
    remedy: "Tell.",
  };
  const { user } = await show("/999999999/saker/ny", {
    ...debtors,
    [`POST ${at}/cases`]: { started: 1, rows: [{ invoice: "50231", case: 24117, joined: false, warning }] },
  });
  await start(user);
  expect(await screen.findByText(/Bare 38,00 kr av det tas med videre/)).toBeVisible();
  expect(screen.getByText("Sak 24117 er startet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Åpne sak 24117" })).toHaveAttribute("href", "/999999999/saker/24117");
});
