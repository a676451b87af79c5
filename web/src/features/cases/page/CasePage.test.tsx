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

test("a word for a part that there is not shows the timeline", async () => {
  await show(`${path}?vis=tidslinja`);
  expect(await screen.findByRole("region", { name: "Tidslinje" })).toBeVisible();
});

test("on a phone it comes first, too, and the balance after it", async () => {
  const desk = window.matchMedia;
  vi.stubGlobal("matchMedia", (query: string) => ({ ...desk(query), matches: query === "(max-width: 759px)" }));
  await show(path);
  const next = await screen.findByRole("region", { name: "Hva skjer nå" });
  const balance = screen.getByRole("region", { name: "Saldo" });
  expect(next.compareDocumentPosition(balance) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test("the log is told in sentences that lead to what they speak of", async () => {
  const seen = {
    ...one,
    letters: [{ letter: 1, kind: "notice", state: "sent", sent: "2026-06-17", fee: "38.00", pdf: true, channels: [] }],
    events: [
      {
        seq: 1,
        type: "LetterSent",
        stored: "2026-06-17",
        cause: "posted:24117/1",
        body: {
          on: "2026-06-17",
          letter: { letter: 1, kind: "notice", sent: "2026-06-17", deadline: "2026-07-01", fee: "38.00 NOK" },
          because: one.next?.because,
        },
      },
      {
        seq: 2,
        type: "ClaimCredited",
        stored: "2026-06-18",
        body: { on: "2026-06-18", claim: 0, amount: "10.00 NOK" },
      },
    ],
  };
  const { user } = await show(`${path}?vis=logg`, { "GET /creditors/999999999/cases/24117": seen });
  const table = await screen.findByRole("table", { name: "Logg" });
  expect(table).toHaveTextContent("Inkassovarsel ble sendt 17.06.2026, frist 01.07.2026, gebyr 38,00 kr.");
  expect(table).toHaveTextContent("Brev 1 gikk ut");
  expect(within(table).getByRole("link", { name: "Inkassovarsel ble sendt 17.06.2026" })).toHaveAttribute(
    "href",
    "/api/creditors/999999999/cases/24117/letters/1",
  );
  expect(within(table).getByRole("link", { name: /^Faktura 50231 ble kreditert/ })).toHaveAttribute(
    "href",
    "/999999999/saker/24117?per=2026-06-18",
  );
  await user.click(within(table).getByRole("button", { name: /Hvorfor\?/ }));
  expect(await screen.findByText(/Dere gir 3 bankdager til penger på vei/)).toBeVisible();
});

test("every part of the balance opens its own sum", async () => {
  const { user } = await show(path);
  await user.click(await screen.findByRole("button", { name: /Hvorfor 285,31 kr/ }));
  const why = await screen.findByRole("dialog");
  expect(within(why).getByRole("heading", { name: /285,31 kr i forsinkelsesrente/ })).toBeVisible();
  expect(within(why).getAllByRole("row")).toHaveLength(5);
  expect(within(why).getByRole("link", { name: /^forsinkelsesrenteloven §\s3$/ })).toHaveAttribute(
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

const check = "POST /creditors/999999999/cases/24117/acts/check";
const sums = { principal: "12400.00", interest: "285.31", costs: "76.00", total: "12761.31" };
const nothing = { principal: "0.00", interest: "0.00", costs: "0.00", total: "0.00" };
const foreseen = { refused: null, before: sums, costs: [], written_off: null, instalments: [], because: [] };

test("withdrawing shows what is given up before the press, with its reason, and says so after", async () => {
  const { user, asked } = await show(`${path}?vis=handlinger`, {
    [check]: {
      ...foreseen,
      after: { ...nothing, state: "closed", status: "withdrawn", next: null },
      written_off: sums,
    },
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
  await user.selectOptions(within(dialog).getByLabelText("Hvorfor"), "Av velvilje");
  expect(within(dialog).getByRole("button", { name: "Trekk saken" })).toBeVisible();
  const press = await within(dialog).findByRole("button", { name: `Trekk saken, gi opp 12${s}761,31 kr` });
  const panel = within(dialog).getByRole("region", { name: "Hva dette fører til" });
  expect(panel).toHaveTextContent("Hovedstol 12 400,00 · Forsinkelsesrente 285,31 · Gebyrer 76,00");
  expect(panel).toHaveTextContent("Ingenting mer skjer i saken");
  await user.click(press);
  expect(await screen.findByText("Sak 24117: Trekk saken – utført")).toBeVisible();
  const sent = asked.find((one) => one.path.endsWith("/acts") && one.method === "POST");
  expect(sent?.body).toEqual({ act: "withdraw", why: "goodwill" });
  expect(sent?.headers.get("If-Match")).toBe('"1"');
  expect(sent?.headers.get("Frist-Request")).toBe("1");
});

test("a press that is quicker than the price shows it first, and what is refused stands at its field", async () => {
  let cost = true;
  const fee = { on: "2026-07-06", kind: "plan", amount: "186.00", rule: "inkassoforskriften § 2-2", says: "agreed" };
  const plan = () =>
    cost
      ? {
          ...foreseen,
          costs: [fee],
          after: { ...sums, costs: "262.00", total: "12947.31", state: "held", status: "held", next: null },
          instalments: [{ due: "2026-08-01", amount: "12947.31" }],
        }
      : {
          ...foreseen,
          after: null,
          refused: {
            code: "plan.terms",
            field: "case 24117",
            detail: "a plan has 1 to 120 instalments",
            remedy: "Give a count in that range.",
          },
        };
  const { user, asked } = await show(`${path}?vis=handlinger`, {
    "GET /creditors/999999999/cases/24117/acts": { rows: [{ act: "plan", allowed: true }] },
    [check]: plan,
    "POST /creditors/999999999/cases/24117/acts": { case: 24117, state: "held", status: "held", next_look: null },
  });
  await user.click(await screen.findByRole("button", { name: "Avtal avdrag" }));
  const dialog = await screen.findByRole("dialog", { name: "Avtal avdrag?" });
  expect(await within(dialog).findByText("Vises når feltene er fylt ut.")).toBeVisible();
  await user.type(within(dialog).getByRole("textbox", { name: /Første avdrag/ }), "1.8.26{Enter}");
  const booked = await within(dialog).findByRole("button", { name: "Avtal avdrag, legg til 186,00 kr" });
  expect(within(dialog).getByRole("region", { name: "Hva dette fører til" })).toHaveFocus();
  const done = () => asked.filter((one) => one.path.endsWith("/acts") && one.method === "POST");
  expect(done()).toEqual([]);
  expect(within(dialog).getByText("1. avdrag, 01.08.2026")).toBeVisible();
  cost = false;
  await user.clear(within(dialog).getByRole("textbox", { name: /Antall avdrag/ }));
  await user.type(within(dialog).getByRole("textbox", { name: /Antall avdrag/ }), "900");
  expect(booked).not.toHaveTextContent("186,00");
  expect(within(dialog).getByRole("textbox", { name: /Antall avdrag/ })).toBeVisible();
  await vi.waitFor(() => expect(within(dialog).getByRole("textbox", { name: /Antall avdrag/ })).toBeInvalid());
  cost = true;
  await user.clear(within(dialog).getByRole("textbox", { name: /Antall avdrag/ }));
  await user.type(within(dialog).getByRole("textbox", { name: /Antall avdrag/ }), "1");
  await user.click(await within(dialog).findByRole("button", { name: "Avtal avdrag, legg til 186,00 kr" }));
  expect(await screen.findByText("Sak 24117: Avtal avdrag – utført")).toBeVisible();
  expect(done()[0]?.body).toEqual({ act: "plan", first: "2026-08-01", every_days: 30, count: 1 });
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
