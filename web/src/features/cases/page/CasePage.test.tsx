import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { one } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

const path = "/999999999/saker/24117";
const s = "\u00a0";

test("what happens next is said first, in a sentence with its day", async () => {
  await show(path);
  const next = await screen.findByRole("region", { name: "Hva skjer nå" });
  expect(within(next).getByRole("heading")).toHaveTextContent(
    "Betalingsoppfordring sendes av seg selv i morgen, tirsdag 7. juli.",
  );
  expect(next).toHaveTextContent("Du trenger ikke gjøre noe.");
});

test("every part of the balance opens its own sum", async () => {
  const { user } = await show(path);
  await user.click(await screen.findByRole("button", { name: /Hvorfor 285,31 kr/ }));
  const why = await screen.findByRole("dialog");
  expect(within(why).getByRole("heading", { name: /285,31 kr i forsinkelsesrente/ })).toBeVisible();
  expect(within(why).getAllByRole("row")).toHaveLength(5);
  expect(within(why).getByRole("link", { name: "forsinkelsesrenteloven § 3" })).toHaveAttribute(
    "href",
    "https://lovdata.no/lov/1976-12-17-100/%C2%A73",
  );
});

test("a payment is taken away with a true minus", async () => {
  await show(path);
  expect(await screen.findByRole("button", { name: `Hvorfor \u22126${s}000,00 kr? Vis utregningen` })).toBeVisible();
});

test("the timeline has today as a line across", async () => {
  await show(path);
  const timeline = await screen.findByRole("region", { name: "Tidslinje" });
  expect(within(timeline).getByText("I dag, mandag 6. juli")).toBeVisible();
  const heads = within(timeline)
    .getAllByRole("heading", { level: 3 })
    .map((head) => head.textContent);
  expect(heads).toEqual([
    `Faktura 5023118${s}400,00${s}kr`,
    "Inkassovarsel",
    `Innbetaling6${s}000,00${s}kr`,
    "Betalingsoppfordring",
    "Valg av vei videre",
  ]);
  expect(await within(timeline).findByText(/Dere gir 3 bankdager til penger på vei/)).toBeVisible();
});

test("what cannot be done is shown with its reason and the day it can", async () => {
  await show(`${path}?vis=handlinger`);
  const locked = await screen.findByRole("button", { name: "Velg utlegg" });
  expect(locked).toHaveAttribute("aria-disabled", "true");
  expect(locked).toHaveAccessibleDescription(/Kan gjøres fra 27. juli 2026/);
});

test("withdrawing shows its cost before the press, and says so after", async () => {
  const { user, asked } = await show(`${path}?vis=handlinger`, {
    "POST /creditors/999999999/cases/24117/acts": {
      case: 24117,
      state: "closed",
      status: "withdrawn",
      next_look: null,
    },
  });
  await user.click(await screen.findByRole("button", { name: "Trekk saken" }));
  const dialog = await screen.findByRole("dialog", { name: "Trekk saken?" });
  expect(await within(dialog).findByText("Dette koster ingenting")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Trekk saken" }));
  expect(await screen.findByText("Sak 24117: Trekk saken – utført")).toBeVisible();
  const sent = asked.find((one) => one.method === "POST");
  expect(sent?.body).toEqual({ act: "withdraw" });
  expect(sent?.headers.get("If-Match")).toBe('"1"');
  expect(sent?.headers.get("Frist-Request")).toBe("1");
});

test("a hold can be undone", async () => {
  const { user, asked } = await show(path, {
    "POST /creditors/999999999/cases/24117/acts": {
      case: 24117,
      state: "paused",
      status: "paused",
      next_look: null,
      undo: { act: "resume" },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Sett på vent" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(await within(dialog).findByRole("button", { name: "Sett på vent" }));
  await user.click(await screen.findByRole("button", { name: "Angre" }));
  expect(asked.filter((one) => one.method === "POST").map((one) => one.body)).toEqual([
    { act: "pause" },
    { act: "resume" },
  ]);
});

test("a payment with a fault in it is not sent, and keeps what was typed", async () => {
  const { user, asked } = await show(path);
  await user.click(await screen.findByRole("button", { name: "Registrer innbetaling" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(await within(dialog).findByRole("textbox", { name: /Beløp/ }), "ti kroner");
  await user.click(within(dialog).getByRole("button", { name: "Registrer innbetaling" }));
  expect(await within(dialog).findByText("1 felt må rettes")).toBeVisible();
  expect(within(dialog).getByRole("textbox", { name: /Beløp/ })).toHaveValue("ti kroner");
  expect(asked.some((one) => one.method === "POST")).toBe(false);
});

test("a refusal of the server lands at its field", async () => {
  const { user } = await show(path, {
    "POST /creditors/999999999/cases/24117/payments": new Refusal(422, {
      code: "payment.future",
      field: "on",
      detail: "the day has not come",
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Registrer innbetaling" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(await within(dialog).findByRole("textbox", { name: /Beløp/ }), "500");
  await user.click(within(dialog).getByRole("button", { name: "Registrer innbetaling" }));
  const day = await within(dialog).findByRole("textbox", { name: /Betalt den/ });
  expect(day).toHaveAccessibleDescription(/Dagen har ikke vært ennå/);
});

test("a failure gives the sentence, what to do, and the code", async () => {
  await show(path, {
    "GET /creditors/999999999/cases/24117": new Refusal(503, { code: "store.busy", detail: "busy" }),
  });
  const alert = await screen.findByRole("alert", {}, { timeout: 8000 });
  expect(alert).toHaveTextContent("Registeret svarer ikke akkurat nå.");
  expect(alert).toHaveTextContent("Kode store.busy");
  expect(within(alert).getByRole("button", { name: "Prøv igjen" })).toBeVisible();
});

test("a closed case says how it ended", async () => {
  await show(path, {
    "GET /creditors/999999999/cases/24117": {
      ...one,
      next: null,
      tab: "closed",
      status: "paid",
      closed: { on: "2026-07-03", reason: "paid" },
    },
  });
  expect(await screen.findByRole("heading", { name: "Betalt 3. juli 2026." })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Registrer innbetaling" })).not.toBeInTheDocument();
});

test("a hold is shown at once; when the server says no, the old state is back and it is said in the dialog", async () => {
  let answer: (value: unknown) => void = () => {};
  const { user } = await show(path, {
    "POST /creditors/999999999/cases/24117/acts": new Refusal(409, { code: "case.closed", detail: "closed" }),
  });
  const real = fetch;
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "POST") await new Promise((resolve) => (answer = resolve));
    return real(request);
  });
  await user.click(await screen.findByRole("button", { name: "Sett på vent" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(await within(dialog).findByRole("button", { name: "Sett på vent" }));
  expect(await screen.findByText("På vent")).toBeVisible();
  answer(undefined);
  expect(await within(dialog).findByText("Saken er avsluttet.")).toBeVisible();
  expect(screen.getByText("Pågår")).toBeVisible();
});
