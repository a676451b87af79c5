import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refusal, show } from "~/test/show";
import type { PaymentDay, PaymentRow } from "./api/payments";
import { restOf } from "./days/DayTab";
import { waysOf } from "./list/MoveDialog";

const at = "/creditors/999999999";
const page = "/999999999/innbetalinger";
const line = {
  line: 4,
  on: "2026-07-03",
  amount: "3000.00",
  left: "2000.00",
  kid: "0000412",
  payer: "12345678903",
  reason: "no case has this reference",
  suggestions: [{ case: 24117, hints: ["reference", "open"], why: "joined words" }],
};
const row: PaymentRow = {
  case: 24117,
  payment: 2,
  debtor: 1,
  name: "Rask Rype",
  on: "2026-07-03",
  told: "2026-07-04",
  amount: "3000.00",
  costs: "70.00",
  interest: "30.00",
  principal: "2500.00",
  overpaid: "400.00",
  returned: "0.00",
  source: "bank",
  gone: null,
  line: 4,
  kid: "0000412",
  payer: "12345678903",
};
const list = (rows: PaymentRow[]) => ({
  rows,
  count: rows.length,
  sum: "3000.00",
  from: "2026-06-06",
  to: "2026-07-06",
});
const bankLine = {
  ...line,
  state: "suspense",
  raw: "NY0910300000001",
  file: "ab",
  file_kind: "ocr_giro",
  file_taken: "2026-07-04",
  parts: [{ case: 24117, invoice: "", amount: "1000.00", on: "2026-07-04", gone: null }],
  refunds: [],
};

test("a suggestion is said by its hints, and a press places what is left", async () => {
  const { user, asked } = await show(page, {
    [`GET ${at}/suspense`]: { rows: [line] },
    [`POST ${at}/suspense/4`]: null,
  });
  expect(await screen.findByText("KID med ett siffer feil, akkurat det som er åpent")).toBeVisible();
  expect(screen.queryByText("joined words")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Før hit: sak 24117" }));
  await screen.findByText(/2 000,00 kr er ført på sak 24117/);
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ case: 24117, amount: "2000.00" });
});

test("more than waits is refused at the amount", async () => {
  const { user } = await show(page, {
    [`GET ${at}/suspense`]: { rows: [line] },
    [`POST ${at}/suspense/4`]: new Refusal(422, {
      code: "suspense.amount",
      field: "line 4",
      detail: "2000.00 of it waits, and 9000.00 was to be booked",
      remedy: "Give a part of what waits.",
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Plasser innbetaling 4" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("combobox"));
  await user.click(await screen.findByRole("option", { name: /20001/ }));

  const amount = within(dialog).getByLabelText(/Beløp/);
  await user.clear(amount);
  await user.type(amount, "9000");
  await user.click(within(dialog).getByRole("button", { name: "Plasser" }));
  expect(await within(dialog).findAllByText(/Så mye venter ikke/)).toHaveLength(2);
  expect(amount).toHaveAttribute("aria-invalid", "true");
});

test("a line that takes money back undoes the one payment of its sum", async () => {
  const taken = { ...line, amount: "-3000.00", left: "-3000.00", suggestions: [] };
  const { user, asked } = await show(page, {
    [`GET ${at}/suspense`]: { rows: [taken] },
    [`GET ${at}/payments`]: list([row, { ...row, payment: 3, amount: "13000.00" }]),
    [`POST ${at}/suspense/4`]: null,
  });
  await user.click(await screen.findByRole("button", { name: "Opphev med innbetaling 4" }));
  expect(await screen.findAllByRole("radio")).toHaveLength(1);
  const dialog = screen.getByRole("dialog", { name: /tok banken tilbake/ });
  await user.click(within(dialog).getByRole("button", { name: "Opphev …" }));
  await screen.findByText(/er opphevet/);
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ case: 24117, undoes: 2 });
});

test("a payment opens with the bank's own line, and goes back to what waits and in again", async () => {
  const { user, asked } = await show(`${page}?fane=liste&fra=2026-07-01&kilde=bank`, {
    [`GET ${at}/payments`]: list([row]),
    [`GET ${at}/payments/lines/4`]: bankLine,
    [`POST ${at}/cases/24117/payments/2/move`]: { case: 24117, to: null, line: 4 },
    [`POST ${at}/suspense/4`]: null,
  });
  await user.click(await screen.findByRole("button", { name: /se innbetalingen på/ }));
  const query = asked.find(({ path }) => path === `${at}/payments`)!.query;
  expect([query.get("from"), query.get("source"), query.get("to")]).toEqual(["2026-07-01", "bank", null]);
  const sheet = await screen.findByRole("dialog", { name: "Innbetaling" });
  expect(await within(sheet).findByText("NY0910300000001")).toBeVisible();
  await user.click(within(sheet).getByRole("button", { name: "Flytt …" }));
  const dialog = await screen.findByRole("dialog", { name: /fra sak 24117$/ });
  await user.click(within(dialog).getByRole("radio", { name: /Tilbake til dem som venter/ }));
  await user.click(within(dialog).getByRole("button", { name: "Flytt" }));
  await user.click(await screen.findByRole("button", { name: "Angre" }));
  const sent = asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(sent).toEqual([{ why: "moved" }, { case: 24117, amount: "3000.00" }]);
});

test("what may be said of a payment follows where it came from", () => {
  expect(waysOf("bank")).toEqual(["case", "waits", "bank"]);
  expect(waysOf("hand")).not.toContain("waits");
  expect(waysOf("hand")).toContain("mistake");
  expect(waysOf("bank")).not.toContain("mistake");
});

test("nothing in the list is three different things", async () => {
  const { user, router } = await show(`${page}?fane=liste&tatt=ja&sok=zz`, { [`GET ${at}/payments`]: list([]) });
  await screen.findByRole("heading", { name: "Ingen innbetalinger passer filteret" });
  await user.click(screen.getByRole("button", { name: "Fjern alle filtre" }));
  await screen.findByRole("heading", { name: "Ingen innbetalinger passer søket" });
  await user.click(screen.getAllByRole("button", { name: "Fjern søket" }).at(-1)!);
  await screen.findByRole("heading", { name: "Ingen innbetalinger de siste 30 dagene" });
  expect(router.state.location.search).toBe("?fane=liste");
});

const day: PaymentDay = {
  on: "2026-07-03",
  lines: 2,
  received: "4050.00",
  booked: "4000.00",
  waiting: "50.00",
  going_back: "0.00",
  taken_back: "0.00",
  from_hand: 0,
  by_hand: "0.00",
};

test("a day that does not close stands out", async () => {
  expect(restOf(day)).toBe("0.00");
  await show(`${page}?fane=dager`, {
    [`GET ${at}/payments/days`]: {
      rows: [
        { ...day, booked: "3988.00" },
        { ...day, on: "2026-07-02", waiting: "50.00" },
      ],
    },
  });
  expect(await screen.findByText("Går ikke opp: 12,00 kr")).toBeVisible();
  expect(screen.getByText("1 dag går ikke opp")).toBeVisible();
  expect(screen.getByText("Noe venter")).toBeVisible();
});

test("what is owed back is ordered to the account it came from, a wrong one is said at its field", async () => {
  const owed = { case: 24117, payment: 2, debtor: 1, name: "Rask Rype", on: "2026-07-03", amount: "400.00" };
  const { user } = await show(`${page}?fane=tilbake`, {
    [`GET ${at}/refunds`]: { owed: [{ ...owed, account: "12345678903" }], owed_sum: "400.00", rows: [] },
    [`POST ${at}/refunds`]: new Refusal(422, {
      code: "refund.account",
      field: "account",
      detail: "is no Norwegian account number",
      remedy: "Write its eleven digits; to an account abroad the money is sent by hand.",
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Betal tilbake i sak 24117" }));
  const dialog = await screen.findByRole("dialog", { name: "Betal tilbake 400,00 kr" });
  const account = within(dialog).getByLabelText(/Konto/);
  expect(account).toHaveValue("12345678903");
  await user.click(within(dialog).getByRole("button", { name: "Betal tilbake" }));
  expect(await within(dialog).findAllByText(/Dette er ikke et norsk kontonummer/)).toHaveLength(2);
  expect(account).toHaveAttribute("aria-invalid", "true");
});
