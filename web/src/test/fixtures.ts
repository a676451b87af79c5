import type { Automation } from "~/api/automation";
import type { ActOffer, Case, CasePage, CaseRow, Creditor, LedgerRow, Me, Outbox, Suspense, Today } from "~/api/types";

// Answers of an invented server, typed by the contract. Everybody in them is invented, too.

export const org = "999999999";

const rights: Me["rights"] = [
  "read_cases",
  "read_reports",
  "read_settings",
  "export_data",
  "act_on_cases",
  "register_payments",
  "import_ledger",
  "send_letters",
  "manage_creditor",
  "read_log",
  "add_creditor",
  "run_night",
  "manage_people",
  "manage_keys",
  "own_keys",
];

export const me: Me = {
  person: 1,
  name: "Lise Martinsen",
  email: "lise@fjordror.example",
  role: "owner",
  language: "nb",
  second_factor: false,
  passkeys: 0,
  factor_wanted: false,
  recovery_codes: 0,
  rights,
  creditors: [
    { org_number: org, name: "Fjord Rør AS", practice_today: null, role: "owner", mandate: null, rights },
    { org_number: "988077917", name: "Tall og Orden AS", practice_today: null, role: "owner", mandate: null, rights },
  ],
  today: "2026-07-06",
  version: "0.4.0",
};

/** The same person with these rights, in the office and with every creditor. */
export const meWith = (rights: Me["rights"]): Me => ({
  ...me,
  rights,
  creditors: me.creditors.map((one) => ({ ...one, rights })),
});

export const creditor: Creditor = {
  org_number: org,
  name: "Fjord Rør AS",
  account: "12345678903",
  address: { street: "Prøvekaien 5", postal_code: "9999", place: "Utopia", country: "NO" },
  email: "faktura@fjordror.example",
  phone: "",
  mode: "self",
  language: "nb",
  vat_deductible: true,
  agency: {},
  kid_length: 0,
  course_person: "no.standard",
  course_business: "no.debet.business",
  courses: ["no.standard", "no.debet.business"],
  banking_days_only: false,
  daily_letter_limit: 0,
  max_ledger_age_hours: 48,
  max_bank_age_hours: 48,
  ledger_read: "2026-07-06T05:42:00Z",
  bank_read: null,
  cases: true,
};

export const caseRow = (number: number, words: Partial<CaseRow> = {}): CaseRow => ({
  case: number,
  debtor: number,
  customer: String(number),
  name: `Blid Fjellrev ${number}`,
  group: "",
  signs: [],
  invoice: "50231",
  invoices: 1,
  step: "notice",
  status: "going",
  next: { on: "2026-07-07", what: "step", kind: "demand" },
  days_over: 48,
  open: "12761.31",
  ...words,
});

export const casePage = (rows: CaseRow[]): CasePage => ({
  rows,
  count: rows.length,
  tabs: { ongoing: rows.length, inactive: 4, closed: 8 },
  statuses: {},
  exact: [],
});

const grace = [
  { rule: "inkassoloven § 10", says: "3 banking days after the deadline 2026-07-01 for money on its way" },
];
const interest = (from: string, to: string, days: number, rate: string, base: string, amount: string) => ({
  part: "interest" as const,
  claim: "50231",
  from,
  to,
  days,
  rate,
  base,
  amount,
  rule: "forsinkelsesrenteloven § 3",
});

export const one: Case = {
  case: 24117,
  debtor: {
    debtor: 7,
    customer: "1007",
    name: "Blid Fjellrev Elektro AS",
    kind: "company",
    address_lines: ["Rypestien 4", "9999 Utopia"],
    email: "faktura@fjellrev.example",
  },
  status: "going",
  state: "active",
  tab: "ongoing",
  step: "notice",
  kid: "00241170502314",
  account: "12345678903",
  opened: "2026-05-20",
  criteria: { rest_note_above_percent: null, close_at_or_below: "50.00", own: false },
  course: "no.debet.business",
  course_version: 1,
  levels: { send: "do", rest_note: "do", close: "do", legal: "do" },
  mode: "self",
  claims: [{ number: "50231", due: "2026-05-19", amount: "18400.00", open: "12400.00" }],
  next: { on: "2026-07-07", what: "demand", by: "itself", fee: "113.00", because: grace },
  balance: {
    on: "2026-07-06",
    principal: "12400.00",
    interest: "285.31",
    costs: "76.00",
    total: "12761.31",
    charged: { principal: "18400.00", interest: "285.31", costs: "76.00" },
    paid: "6000.00",
    written_off: "0.00",
    carried: "0.00",
    per_day: "4.28",
    rows: [
      { part: "principal", claim: "50231", due: "2026-05-19", amount: "18400.00", rule: "invoice 50231" },
      interest("2026-05-19", "2026-07-01", 43, "12.00", "18400.00", "260.12"),
      interest("2026-07-01", "2026-07-03", 2, "12.25", "18400.00", "12.35"),
      interest("2026-07-03", "2026-07-06", 3, "12.25", "12748.47", "12.84"),
      { part: "costs", on: "2026-06-02", kind: "reminder", amount: "38.00", rule: "inkassoforskriften § 1-2" },
      { part: "costs", on: "2026-06-17", kind: "notice", amount: "38.00", rule: "inkassoforskriften § 1-2" },
      { part: "payment", on: "2026-07-03", amount: "6000.00", rule: "customary order" },
    ],
  },
  timeline: [
    { on: "2026-05-05", what: "invoice", state: "done", claim: "50231", amount: "18400.00" },
    {
      on: "2026-06-17",
      what: "letter",
      kind: "notice",
      letter: 2,
      state: "done",
      channels: ["paper", "email"],
      because: grace,
    },
    { on: "2026-07-03", what: "payment", state: "money", amount: "6000.00" },
    { on: "2026-07-07", what: "letter", kind: "demand", state: "planned", deadline: "2026-07-21", because: grace },
    { on: "2026-07-27", what: "choice", state: "locked", because: [] },
  ],
  letters: [
    { letter: 2, kind: "notice", state: "sent", sent: "2026-06-17", total: "18651.43", pdf: true },
    { letter: 3, kind: "demand", state: "ordered", from: "2026-07-07", pdf: false },
  ],
  events: [],
};

export const acts: ActOffer[] = [
  { act: "pause", allowed: true },
  { act: "withdraw", allowed: true, cost: "0.00" },
  {
    act: "legal",
    kind: "attachment",
    allowed: false,
    from: "2026-07-27",
    reason: "The deadline of the demand has not passed.",
  },
];

export const ledgerRow = (invoice: string, words: Partial<LedgerRow> = {}): LedgerRow => ({
  invoice,
  debtor: 1,
  customer: "1001",
  name: "Lun Havørn",
  group: "",
  signs: [],
  due: "2026-06-01",
  days_over: 35,
  amount: "3318.90",
  open: "3318.90",
  warnings: [],
  ready: true,
  automatic: null,
  ...words,
});

export const today: Today = {
  on: "2026-07-06",
  needs: [
    {
      category: "choice",
      count: 12,
      rows: [1, 2, 3, 4, 5].map((n) => ({ case: n, title: `Mild Nordavind ${n}`, what: "demand", amount: "600.58" })),
    },
    { category: "suspense", count: 0, rows: [] },
  ],
  coming: [{ on: "2026-07-07", letters: 14 }],
  money: { from: "2026-07-01", paid: "184201.50", payments: 41, open: "36460789.00", running: 855 },
  freshness: {
    ledger: {
      read: "2026-07-06T06:00:00Z",
      age_hours: 2,
      limit_hours: 24,
      stale: false,
      stale_from: "2026-07-07T06:00:00Z",
    },
    bank: { read: null, age_hours: null, limit_hours: 0, stale: false, stale_from: null },
  },
};

export const outbox: Outbox = { ready: [], held: [], coming: [], unseen: 0, coming_whole: true };
export const suspense: Suspense = {
  rows: [
    {
      line: 4,
      on: "2026-07-03",
      amount: "500.00",
      left: "500.00",
      kid: "0000412",
      reason: "no case has this reference",
      suggestions: [{ case: 24117, hints: ["open"], why: "same amount" }],
    },
  ],
};

export const automation: Automation = {
  number: 0,
  start: "off",
  least_open: null,
  days_overdue: 1,
  kinds: [],
  excluded: [],
  still: [],
  skip_incomplete: false,
  approve: [],
  rest_note_above_percent: null,
  close_at_or_below: null,
  levels: { send: "do", rest_note: "do", close: "do", legal: "do" },
  customers: [],
};
