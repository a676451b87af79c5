import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { beforeAll, describe, expect, test } from "vitest";
import * as dates from "~/format/dates";
import { type Language, languages, locales } from "~/format/language";
import * as sums from "~/format/money";
import { one } from "~/test/fixtures";
import { loadTexts, needMore } from "~/text/texts";
import { causeOf } from "./cause";
import { eventName, storyOf } from "./story";
import type { Body, Event, Tools } from "./told";

const root = join(import.meta.dirname, "../../../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Every kind of event that the program can write, by its own list. */
function writtenKinds(): string[] {
  const listed = /type_names = \{([^}]*)\}/.exec(read("src/cases/event.cpp"))?.[1] ?? "";
  return [...listed.matchAll(/"(\w+)"/g)].map((found) => found[1]!);
}

/** Every word before the colon of a cause that the program can write. */
function writtenCauses(): Set<string> {
  const names = ["office", "http", "main"].flatMap((folder) =>
    readdirSync(join(root, "src", folder))
      .filter((name) => name.endsWith(".cpp") && !name.includes("_test"))
      .map((name) => `src/${folder}/${name}`),
  );
  const found = new Set<string>();
  for (const name of names) {
    const text = read(name);
    for (const [, line = ""] of text.matchAll(/\b(?:keep|answer|take_back)\((.*)\);?/g))
      for (const [, kind] of line.matchAll(/"([a-z-]+):/g)) found.add(kind!);
    for (const [, kind] of text.matchAll(/cause(?:\(\))? (?:=|const \{).*?"([a-z-]+):/g)) found.add(kind!);
  }
  return found;
}

const sent = {
  letter: 1,
  kind: "demand",
  sent: "2026-06-17",
  deadline: "2026-07-01",
  fee: "38.00 NOK",
  asks: "253.28 NOK",
  enforcement_notice: true,
};
const claims = [{ number: "50231", amount: "18400.00 NOK" }];
const on = "2026-06-17";
const amount = "250.50 NOK";
// What is stored with each, as src/cases/event.h has it.
const bodies: Record<string, Body> = {
  CaseOpened: { on, claims, course: { name: "no.standard", version: 1 } },
  LetterOrdered: { on, order: { letter: 1, kind: "demand", on, needs_approval: true, replaces: 2 } },
  LetterApproved: { on, letter: 1 },
  LetterSent: { on, letter: sent, replaces: 2 },
  LetterCancelled: { on, letter: 1 },
  LetterVoided: { on, letter: 1 },
  FeeRefused: { on, kind: "reminder" },
  FeeReversed: { on, letter: 1, amount },
  LegalReady: { on, kind: "attachment" },
  ChoiceAwaited: { on },
  PaymentReceived: { on, learnt: "2026-06-18", number: 3, amount, order: "principal", debtors_choice: true },
  PaymentCovered: {
    on,
    number: 3,
    cover: {
      costs: "38.00 NOK",
      claims: [{ claim: 0, interest: "12.00 NOK", principal: amount }],
      overpaid: "1.00 NOK",
    },
  },
  PaymentTakenBack: { on, number: 3, amount, why: "bank" },
  PaymentReturned: { on, number: 3, amount, reference: "R-7" },
  ClaimCredited: { on, claim: 0, amount },
  ObjectionRaised: { on, groundless: false },
  ObjectionSettled: { on },
  CasePaused: { on, until: "2026-07-01" },
  CaseResumed: { on },
  MailReturned: { on, letter: 1 },
  AddressFixed: { on },
  DebtorBankrupt: { on },
  PlanAgreed: { on, instalments: [1, 2, 3, 4].map((n) => ({ due: `2026-0${n + 5}-28`, amount })) },
  PlanBroken: { on, missed: "2026-06-15" },
  PlanKept: { on },
  ClaimsJoined: { on, from_case: 9, claims },
  JoinUndone: { on, other: 9 },
  CaseClosed: {
    on,
    reason: "withdrawn",
    withdrawal: "goodwill",
    principal: amount,
    interest: "1.00 NOK",
    costs: "0.00 NOK",
    into: null,
  },
  CaseReopened: { on },
  LegalFiled: {
    on,
    filing: { kind: "attachment", on, reference: "26-1", fee: "1500.00 NOK", writing: amount, hearing: "2026-08-01" },
  },
  HearingSet: { on, hearing: "2026-08-01" },
  DemandServed: { on },
  LegalDecided: { on, outcome: "nothing_to_seize", reference: "26-1" },
  CriteriaSet: { on, rest_note_above_percent: "85.00", close_at_or_below: "50.00 NOK", own: true },
  LevelsSet: { on, levels: { send: "propose", rest_note: "do", close: "do", legal: "off" } },
  CourseChanged: { on, course: { name: "Mild", version: 2 } },
  RateAgreed: { on, claim: 0, rate: "9.50" },
  EnforcementNoticed: { on, deadline: "2026-07-01" },
  DocumentMade: { on, kind: "instalment_agreement", deadline: "2026-07-01", total: amount, cost: amount, terms: [] },
};

const event = (type: string, body: Body = bodies[type] ?? {}): Event => ({ seq: 1, type, stored: on, body });
const tools = {} as Record<Language, Tools>;

beforeAll(async () => {
  await Promise.all([needMore(), needMore("case")]);
  for (const language of languages) {
    const texts = await loadTexts(language);
    tools[language] = {
      t: (id, values) => {
        const text: unknown = texts[id];
        if (text === undefined) throw new Error(`no text ${id}`);
        return String(new IntlMessageFormat(text as string, locales[language]).format(values));
      },
      f: {
        language,
        today: "2026-07-06",
        money: (of: string) => sums.money(of, language),
        percent: (of: string) => sums.percent(of, language),
        day: (of: string) => dates.day(of, language),
      } as Tools["f"],
      one,
      course: (name) => name,
    };
  }
});

test("the program's list is found", () => {
  expect(writtenKinds().length).toBeGreaterThan(35);
  expect(writtenCauses().size).toBeGreaterThan(10);
});

describe.each(languages)("in %s", (language) => {
  test.each(writtenKinds())("%s is a sentence with its values, and leads somewhere", (type) => {
    expect(bodies[type], `an example of ${type}`).toBeDefined();
    const { text, lead } = storyOf(event(type), tools[language]);
    expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(text, "its day").toMatch(new RegExp(dates.day("2026-06-17", language)));
    expect(text).not.toMatch(/undefined|NaN|NOK|_|\{|\}|, ,|\s\s|[a-z][A-Z]/);
    expect(lead, "where it leads").toBeDefined();
    expect(eventName(type, tools[language])).not.toMatch(/[a-z][A-Z]|_/);
    for (const amount of JSON.stringify(bodies[type]).matchAll(/"(\d+\.\d\d) NOK"/g))
      if (/[1-9]/.test(amount[1]!) && !(type === "PlanAgreed"))
        expect(text).toContain(sums.money(amount[1]!, language));
  });

  test.each([...writtenCauses()])("the cause %s has words", (kind) => {
    for (const rest of ["2026-06-17", "3/2", "7"]) {
      const said = causeOf(`${kind}:${rest}`, tools[language]);
      expect(said).toMatch(/^\p{Lu}/u);
      expect(said).not.toContain(`${kind}:`);
    }
  });

  test("old events have fewer fields, and are told all the same", () => {
    for (const type of writtenKinds())
      expect(storyOf(event(type, {}), tools[language]).text).not.toMatch(/undefined|NaN/);
  });
});

test("what one reads, word for word", () => {
  const s = "\u00a0";
  const says = (type: string, body?: Body) => storyOf(event(type, body), tools.nb).text;
  expect(says("LetterSent")).toBe(
    "Betalingsoppfordring ble sendt 17.06.2026, frist 01.07.2026, gebyr 38,00 kr, ber om 253,28 kr, med varsel om tvangsfullbyrdelse, i stedet for brev 2.",
  );
  expect(says("PaymentCovered")).toBe(
    "Innbetaling 3 ble fordelt 17.06.2026, omkostninger 38,00 kr, renter av faktura 50231 12,00 kr, hovedstol av faktura 50231 250,50 kr, for mye betalt 1,00 kr.",
  );
  expect(says("CaseClosed")).toBe(
    "Saken ble trukket 17.06.2026, av velvilje, oppgitt: hovedstol 250,50 kr, renter 1,00 kr.",
  );
  expect(says("ClaimsJoined")).toMatch(/^Kravene i sak 9 ble slått sammen med denne 17\.06\.2026, faktura 50231/);
  expect(says("ClaimsJoined", { on, from_case: 0, claims })).toMatch(
    /^Flere krav kom til i saken 17\.06\.2026, faktura 50231/,
  );
  expect(says("LevelsSet")).toBe(
    "Det som skjer av seg selv, ble endret 17.06.2026, brev venter på et ja, rettslig steg velges for hånd.",
  );
  expect(says("CaseOpened")).toBe(`Saken ble startet 17.06.2026, faktura 50231 på 18${s}400,00 kr, løpet no.standard.`);
});

test("what is newer than this page is told by its name and its day", () => {
  const { text, lead } = storyOf(event("OfficePainted", { on }), tools.nb);
  expect(text).toBe("Noe nytt som siden ikke har ord for ennå: office painted, 17.06.2026.");
  expect(lead).toBeUndefined();
  expect(eventName("OfficePainted", tools.nb)).toBe("office painted");
  expect(causeOf("moon:full", tools.nb)).toBe("moon:full");
});
