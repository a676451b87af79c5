import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refusal, show } from "~/test/show";
import type { Course, CourseCheck, DryRun } from "./api/courses";
import { bodyOf, draftOf, freshStep, moved } from "./draft";

const at = "/creditors/999999999";
const standard: Course = {
  name: "no.standard",
  version: 1,
  built_in: true,
  kept_on: null,
  by: "",
  used_for: ["person"],
  course: {
    describes: "purring, inkassovarsel",
    grace_banking_days: 3,
    shift_due_date: true,
    rest_note_above_percent: "85",
    rest_note_deadline_days: 14,
    close_at_or_below: "50.00",
    steps: [
      { step: "reminder", fee: true, wait_days: 0, deadline_days: 14 },
      { step: "notice", fee: true, wait_days: 0, deadline_days: 14 },
    ],
  },
};
const own: Course = {
  ...standard,
  name: "Mild",
  version: 2,
  built_in: false,
  kept_on: "2026-07-01",
  by: "Lise",
  used_for: [],
};
const check: CourseCheck = {
  wrong: [],
  cut: null,
  example: {
    amount: "10000.00",
    due: "2026-07-06",
    until: "2027-01-01",
    timeline: [
      {
        on: "2026-07-23",
        what: "reminder",
        step: "reminder",
        deadline: "2026-08-06",
        fee: "38.00",
        principal: "10000.00",
        interest: "50.00",
        costs: "38.00",
        total: "10088.00",
        because: [],
      },
    ],
  },
};
const answers = {
  [`GET ${at}/courses`]: { rows: [standard, own] },
  [`GET ${at}/courses/Mild`]: { rows: [own, { ...own, version: 1, by: "Lise" }] },
  [`POST ${at}/courses/check`]: check,
};

test("a draft goes to the server as it was read, and moves keep the rest", () => {
  const draft = draftOf(standard.course, ",");
  expect(draft.closeAt).toBe("50,00");
  expect(bodyOf(draft)).toMatchObject({
    grace_banking_days: 3,
    close_at_or_below: "50.00",
    rest_note_above_percent: "85",
  });
  expect(bodyOf({ ...draft, grace: "tre", restAbove: "", closeAt: "" })).toMatchObject({
    grace_banking_days: "tre",
    rest_note_above_percent: null,
    close_at_or_below: null,
  });
  const steps = [freshStep("reminder"), freshStep("notice"), freshStep("demand")];
  expect(moved(steps, 0, 1).map((one) => one.step)).toEqual(["notice", "reminder", "demand"]);
  expect(moved(steps, 0, -1)).toBe(steps);
});

test("each course is shown with its dates, and the usual one is chosen", async () => {
  const { user, asked } = await show("/999999999/lop", { ...answers, [`PATCH ${at}`]: {} });
  const card = (await screen.findByRole("link", { name: "Egeninkasso, vanlig" })).closest("article")!;
  expect(await within(card).findByText("23.07.2026")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("For privatpersoner"), "Mild");
  expect(await screen.findByText("Mild er nå det vanlige løpet")).toBeVisible();
  expect(asked.find((one) => one.method === "PATCH")?.body).toEqual({ course_person: "Mild" });
});

test("what the law says stands at the step with its section, and a save that is refused keeps what was typed", async () => {
  const { user, asked } = await show("/999999999/lop/ny?fra=no.standard", {
    ...answers,
    [`POST ${at}/courses/check`]: {
      ...check,
      wrong: [
        {
          code: "course.deadline",
          field: "course.steps[1].deadline_days",
          detail: "inkassoloven § 9: a notice must give at least 14 days from the day it is sent, not 13",
          remedy: "Give 14 days or more.",
        },
      ],
    },
    [`PUT ${at}/courses/Mildere`]: new Refusal(422, { code: "course.deadline", field: "x", detail: "no", remedy: "" }),
  });
  const step = await screen.findByRole("group", { name: "Steg 2: Inkassovarsel" });
  await user.clear(within(step).getByLabelText("Frist, dager"));
  await user.type(within(step).getByLabelText("Frist, dager"), "13");
  expect(await within(step).findByText(/må være minst 14 dager/)).toBeVisible();
  expect(within(step).getByRole("link", { name: /^inkassoloven §\s9$/ })).toBeVisible();
  await user.type(screen.getByLabelText("Navn på løpet"), "Mildere");
  await user.click(screen.getByRole("button", { name: "Lagre løpet" }));
  expect(await screen.findByText("Kode course.deadline")).toBeVisible();
  expect(within(step).getByLabelText("Frist, dager")).toHaveValue("13");
  expect(asked.find((one) => one.method === "PUT")?.body).toMatchObject({ known: 0 });
});

test("an own course is changed into a new version, and an older one can be looked at", async () => {
  const { user, asked } = await show("/999999999/lop/ett?navn=Mild", {
    ...answers,
    [`PUT ${at}/courses/Mild`]: { ...own, version: 3 },
  });
  await user.click(await screen.findByRole("button", { name: "Fjern Inkassovarsel" }));
  await user.click(screen.getByRole("button", { name: "Lagre som ny versjon" }));
  expect(await screen.findByText("Lagret som versjon 3. Saker som pågår, beholder sin.")).toBeVisible();
  const put = asked.find((one) => one.method === "PUT")!.body as { known: number; course: { steps: unknown[] } };
  expect(put.known).toBe(2);
  expect(put.course.steps).toHaveLength(1);
});

test("a dry run tells each day, what it costs, and what stops and why", async () => {
  const result: DryRun = {
    from: "2026-07-06",
    until: "2026-10-04",
    count: 1,
    rows: [
      {
        on: "2026-07-07",
        case: 24117,
        debtor: 7,
        name: "Blid Fjellrev",
        what: "LetterSent",
        kind: "demand",
        fee: "113.00",
        total: "12878.59",
        deadline: "2026-07-21",
        channel: "paper",
        postage: null,
        because: [],
      },
    ],
    stops: [
      {
        case: 0,
        debtor: 8,
        name: "Lun Havørn",
        invoice: "60002",
        since: "2026-07-06",
        reason: { code: "start.address", detail: "the customer has no postal address", remedy: "Add it." },
      },
    ],
    sums: {
      days: [{ on: "2026-07-07", letters: 1, fees: "113.00" }],
      letters: { demand: 1 },
      events: {},
      fees: "113.00",
      postage: "0.00",
      without_price: 1,
    },
    samples: [
      { case: 24117, on: "2026-07-07", kind: "demand", language: "nb", title: "Betalingsoppfordring", words: "Hei" },
    ],
  };
  const { user, asked } = await show("/999999999/lop/provekjoring", { ...answers, [`POST ${at}/dry-run`]: result });
  await user.click(await screen.findByRole("button", { name: "Prøvekjør" }));
  expect(await screen.findByRole("link", { name: "Blid Fjellrev" })).toBeVisible();
  expect(screen.getByText("Kunden mangler postadresse.")).toBeVisible();
  expect(screen.getByText("Portoen er ikke kjent for 1 brev.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Betalingsoppfordring, 07.07.2026" }));
  expect(await screen.findByRole("dialog", { name: "Betalingsoppfordring" })).toBeVisible();
  expect(asked.find((one) => one.path.endsWith("dry-run"))?.body).toMatchObject({
    days: 90,
    start: true,
    approve: true,
  });
});
