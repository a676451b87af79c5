import type { TextId } from "~/text/texts";

// How the values of the settings are said: a code by its word, a number with its unit, a row of a list in a sentence.

const levels: Record<string, TextId> = { off: "all.level.off", propose: "all.level.propose", do: "all.level.do" };

/** A code of a setting, by its word. */
export const codes: Record<string, Record<string, TextId>> = {
  mode: { self: "mode.self", agency: "mode.agency" },
  language: { nb: "language.nb", nn: "language.nn", en: "language.en" },
  window: { left: "all.window.left", right: "all.window.right" },
  ea_symbol: { code128: "all.symbol.code128", qr: "all.symbol.qr" },
  "doors.paper.kind": {
    own: "all.paper.own",
    folder: "all.paper.folder",
    sftp: "all.paper.sftp",
    none: "all.paper.none",
  },
  "automation.start": levels,
  "automation.levels.send": levels,
  "automation.levels.rest_note": levels,
  "automation.levels.close": levels,
  "automation.levels.legal": levels,
  "automation.kinds": {
    person: "kind.person",
    company: "kind.company",
    sole_trader: "kind.sole_trader",
    public: "kind.public",
  },
};

interface Unit {
  text: TextId;
  /** What zero means, when it is no number of these. */
  zero?: TextId;
}

/** The unit of a number. */
export const units: Record<string, Unit> = {
  kid_length: { text: "all.unit.digits", zero: "all.zero.digits" },
  max_ledger_age_hours: { text: "all.unit.hours", zero: "all.zero.never" },
  max_bank_age_hours: { text: "all.unit.hours", zero: "all.zero.never" },
  daily_letter_limit: { text: "all.unit.letters", zero: "all.zero.limit" },
  "doors.mail.archive_minutes": { text: "all.unit.minutes" },
  "automation.days_overdue": { text: "all.unit.days" },
};

export const sums = new Set(["automation.least_open", "automation.criteria.close_at_or_below"]);
export const shares = new Set(["automation.criteria.rest_note_above_percent"]);
export const courses = new Set(["course_person", "course_business"]);

/** What a customer may have otherwise, and how far. */
export const otherwise: Record<string, TextId> = {
  start: "all.otherwise.start",
  send: "all.otherwise.send",
  rest_note: "all.otherwise.rest_note",
  close: "all.otherwise.close",
  legal: "all.otherwise.legal",
};
export const levelWord = (level: string): TextId | undefined => levels[level];
