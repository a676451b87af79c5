import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Case } from "~/api/types";
import { one } from "~/test/fixtures";
import { show } from "~/test/show";

const at = "/creditors/999999999/cases/24117";
const path = "/999999999/saker/24117";
const sums = { principal: "12400.00", interest: "285.31", costs: "76.00", total: "12761.31" };
const seen = { refused: null, before: sums, costs: [], written_off: null, instalments: [], because: [] };
const answered = { case: 24117, state: "active", status: "going", next_look: null, undo: null };
const by = (act: string, words: object = {}) => ({ rows: [{ act, allowed: true, ...words }] });

function sentIn(asked: { method: string; path: string; body: unknown }[]) {
  return asked.filter((call) => call.method === "POST" && call.path === `${at}/acts`).map((call) => call.body);
}

test("the page tells course and version, the agreed rate, and what does not happen by itself", async () => {
  const told: Case = {
    ...one,
    course: "Kort",
    course_version: 2,
    levels: { send: "propose", rest_note: "do", close: "off", legal: "do" },
    claims: one.claims.map((claim) => ({ ...claim, agreed_rate: "8.50" })),
    timeline: [
      { on: "2026-06-20", what: "course_changed", kind: "Kort", state: "done" },
      { on: "2026-06-21", what: "rate_agreed", kind: "8.50", claim: "50231", state: "done" },
      { on: "2026-06-22", what: "rate_agreed", kind: "", claim: "50231", state: "done" },
      { on: "2026-06-23", what: "levels", state: "done" },
      { on: "2026-06-24", what: "reopened", state: "done" },
    ],
  };
  await show(path, { [`GET ${at}`]: told });
  expect(await screen.findByText("Kort, versjon 2")).toBeVisible();
  expect(screen.getByText("Faktura 50231, avtalt rente 8,50 %")).toBeVisible();
  expect(screen.getByText("Brev venter på et ja")).toBeVisible();
  expect(screen.getByText("Avsluttes ikke av seg selv")).toBeVisible();
  expect(screen.queryByText(/Rettslig steg/)).toBeNull();
  const timeline = screen.getByRole("region", { name: "Tidslinje" });
  const heads = within(timeline).getAllByRole("heading", { level: 3 });
  expect(heads.map((head) => head.textContent)).toEqual([
    "Flyttet til et annet løp",
    "Annen rente avtalt",
    "Lovens rente gjelder igjen",
    "Endret hva som skjer av seg selv",
    "Gjenåpnet",
  ]);
  expect(within(timeline).getByText("Faktura 50231, 8,50 %")).toBeVisible();
  expect(screen.getByRole("region", { name: "Hva skjer nå" })).toHaveTextContent(
    "Betalingsoppfordring lages i morgen, tirsdag 7. juli og venter på at du sier ja.",
  );
});

test("a letter that is left to a person is ordered by hand", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}`]: {
      ...one,
      status: "approval",
      state: "awaiting_choice",
      levels: { ...one.levels, send: "off" },
      next: { on: "2026-07-03", what: "demand", by: "person", because: [] },
    },
    [`GET ${at}/acts`]: by("take_step", { kind: "demand" }),
    [`POST ${at}/acts/check`]: { ...seen, after: { ...sums, state: "active", status: "going", next: null } },
    [`POST ${at}/acts`]: answered,
  });
  const next = await screen.findByRole("region", { name: "Hva skjer nå" });
  expect(next).toHaveTextContent("Betalingsoppfordring venter på at du bestiller brevet.");
  await user.click(await within(next).findByRole("button", { name: "Bestill brevet" }));
  const dialog = await screen.findByRole("dialog", { name: "Bestill brevet?" });
  expect(await within(dialog).findByText("Betalingsoppfordring sendes med de neste brevene")).toBeVisible();
  expect(within(dialog).getByText("uendret, 12 761,31 kr")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Bestill brevet" }));
  expect(await screen.findByText("Sak 24117: Bestill brevet – utført")).toBeVisible();
  expect(sentIn(asked)).toEqual([{ act: "take_step" }]);
});

test("a small rest waits for a yes, and names what is given up", async () => {
  const rest = { principal: "50.00", interest: "0.00", costs: "0.00", total: "50.00" };
  const { user } = await show(path, {
    [`GET ${at}`]: { ...one, status: "approval", balance: { ...one.balance, total: "50.00" } },
    [`GET ${at}/acts`]: by("close_rest"),
    [`POST ${at}/acts/check`]: {
      ...seen,
      before: rest,
      after: { ...rest, principal: "0.00", total: "0.00", state: "closed", status: "paid", next: null },
      written_off: rest,
    },
  });
  const next = await screen.findByRole("region", { name: "Hva skjer nå" });
  expect(await within(next).findByText("Saken venter på at du sier ja til å avslutte den.")).toBeVisible();
  await user.click(within(next).getByRole("button", { name: "Avslutt saken" }));
  const dialog = await screen.findByRole("dialog", { name: "Avslutt saken?" });
  expect(await within(dialog).findByRole("button", { name: "Avslutt saken, gi opp 50,00 kr" })).toBeVisible();
});

test("a withdrawn case says why, and goes on again", async () => {
  const { user, asked } = await show(path, {
    [`GET ${at}`]: {
      ...one,
      next: null,
      status: "withdrawn",
      tab: "closed",
      closed: { on: "2026-07-03", reason: "withdrawn", why: "paid_directly" },
    },
    [`GET ${at}/acts`]: by("reopen"),
    [`POST ${at}/acts/check`]: {
      ...seen,
      before: { principal: "0.00", interest: "0.00", costs: "0.00", total: "0.00" },
      after: { ...sums, state: "active", status: "going", next: { on: "2026-07-07", what: "demand", because: [] } },
    },
    [`POST ${at}/acts`]: answered,
  });
  const next = await screen.findByRole("region", { name: "Hva skjer nå" });
  expect(next).toHaveTextContent("Trukket 3. juli 2026.");
  expect(next).toHaveTextContent("Grunn: Betalt direkte til kreditor.");
  await user.click(await within(next).findByRole("button", { name: "Gjenåpne saken" }));
  const dialog = await screen.findByRole("dialog", { name: "Gjenåpne saken?" });
  expect(await within(dialog).findByText("Betalingsoppfordring, 7. juli 2026")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Gjenåpne saken" }));
  expect(await screen.findByText("Sak 24117: Gjenåpne saken – utført")).toBeVisible();
  expect(sentIn(asked)).toEqual([{ act: "reopen" }]);
});

test("another course is chosen among those there are, its version named, the present one is no choice", async () => {
  const course = (name: string, version: number, built_in: boolean) => ({ name, version, built_in });
  const { user, asked } = await show(`${path}?vis=handlinger`, {
    "GET /creditors/999999999/courses": {
      rows: [course("no.debet.business", 1, true), course("no.debet", 1, true), course("Kort", 3, false)],
    },
    [`GET ${at}/acts`]: by("course"),
    [`POST ${at}/acts/check`]: {
      ...seen,
      after: { ...sums, state: "active", status: "going", next: { on: "2026-07-07", what: "notice", because: [] } },
    },
    [`POST ${at}/acts`]: answered,
  });
  await user.click(await screen.findByRole("button", { name: "Bytt løp" }));
  const dialog = await screen.findByRole("dialog", { name: "Bytt løp?" });
  const choice = await within(dialog).findByRole("combobox", { name: /Nytt løp/ });
  await within(choice).findByRole("option", { name: "Kort, versjon 3 (eget, den nyeste)" });
  expect(within(choice).getAllByRole("option")).toHaveLength(3);
  await user.click(within(dialog).getByRole("button", { name: "Bytt løp" }));
  expect(await within(dialog).findAllByText("Velg et løp")).not.toHaveLength(1);
  await user.selectOptions(choice, "Kort");
  expect(await within(dialog).findByText("Inkassovarsel, 7. juli 2026")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Bytt løp" }));
  expect(await screen.findByText("Sak 24117: Bytt løp – utført")).toBeVisible();
  expect(sentIn(asked)).toEqual([{ act: "course", course: "Kort" }]);
});

test("another rate is written with a comma, for one invoice or all, and the law's bound is told", async () => {
  const { user, asked } = await show(`${path}?vis=handlinger`, {
    [`GET ${at}`]: { ...one, claims: [...one.claims, { ...one.claims[0]!, number: "50300" }] },
    [`GET ${at}/acts`]: by("interest"),
    [`POST ${at}/acts/check`]: {
      ...seen,
      after: { ...sums, state: "active", status: "going", next: null },
      because: [
        {
          rule: "forsinkelsesrenteloven § 4",
          says: "another rate is agreed; a consumer owes the statutory rate at most",
        },
      ],
    },
    [`POST ${at}/acts`]: answered,
  });
  await user.click(await screen.findByRole("button", { name: "Avtal annen rente" }));
  const dialog = await screen.findByRole("dialog", { name: "Avtal annen rente?" });
  await user.selectOptions(await within(dialog).findByLabelText("Gjelder"), "50300");
  await user.type(within(dialog).getByRole("textbox", { name: "Rente per år" }), "40,5 %");
  expect(await within(dialog).findByText("Renten på saken blir den samme.")).toBeVisible();
  expect(await within(dialog).findByText(/En forbruker skylder høyst lovens rente/)).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Avtal annen rente" }));
  expect(await screen.findByText("Sak 24117: Avtal annen rente – utført")).toBeVisible();
  expect(sentIn(asked)).toEqual([{ act: "interest", claim: "50300", rate: "40.5" }]);
});

test("what a held case is refused opens on no day of its own: first it must go on", async () => {
  const locked = {
    act: "legal",
    kind: "conciliation",
    allowed: false,
    from: "2026-07-17",
    reason: "the case is held",
    remedy: "Release it first.",
  };
  await show(`${path}?vis=handlinger`, { [`GET ${at}/acts`]: { rows: [locked] } });
  expect(await screen.findByText(/Når saken går videre, kan det gjøres fra 17\. juli 2026/)).toBeVisible();
  expect(screen.queryByText(/Kan gjøres fra/)).toBeNull();
});
