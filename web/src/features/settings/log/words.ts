import type { TextId } from "~/text/texts";

/** What may have been done, as the server says it; each has its words. */
const acts = [
  "account-change",
  "automation-set",
  "case-address-fixed",
  "case-approve-letter",
  "case-bankrupt",
  "case-credit",
  "case-criteria",
  "case-decided",
  "case-document",
  "case-evidence",
  "case-filed",
  "case-hearing",
  "case-legal",
  "case-merge",
  "case-new",
  "case-object",
  "case-pause",
  "case-plan",
  "case-reset-letter",
  "case-resume",
  "case-returned-mail",
  "case-served",
  "case-settle-objection",
  "case-unmerge",
  "case-withdraw",
  "cases-start",
  "copy-drop",
  "copy-keep",
  "course-end",
  "course-keep",
  "creditor-add",
  "creditor-change",
  "debtor-change",
  "debtor-check",
  "debtor-forget",
  "debtor-look-up",
  "debtor-register-use",
  "debtors-group",
  "factor-add",
  "factor-drop",
  "first-link-make",
  "import-template-drop",
  "import-template-keep",
  "integration-drop",
  "integration-set",
  "key-make",
  "key-revoke",
  "ledger-import",
  "ledger-import-undo",
  "letters-posted",
  "letters-print",
  "link-accept",
  "link-withdraw",
  "list-export",
  "log-in",
  "log-in-refused",
  "log-out",
  "note-add",
  "note-strike",
  "notifications-change",
  "notifications-end",
  "passkey-add",
  "passkey-drop",
  "password-change",
  "password-link-make",
  "payment-assign",
  "payment-file",
  "payment-register",
  "person-invite",
  "person-remove",
  "person-rights",
  "practice-begin",
  "practice-days",
  "practice-end",
  "provider-link",
  "recovery-code-use",
  "recovery-codes-new",
  "session-end",
  "sessions-end",
  "settings-import",
  "terms-accept",
  "text-drop",
  "text-use",
  "mandate-end",
  "mandate-leave",
  "mandate-offer",
  "mandate-refused",
  "mandate-role",
  "mandate-take",
  "mandate-withdraw",
  "office-change",
] as const;
const abouts = ["case", "debtor", "debtors", "line", "note", "person"] as const;

/** The words of an act; nothing for one that is new to us. */
export function actWords(what: string): TextId | undefined {
  const known = acts.find((one) => one === what);
  return known && `log.${known}`;
}

interface About {
  text: TextId;
  n: string;
  /** Its page, below the creditor's. */
  to?: string;
}

const pages: Partial<Record<string, string>> = { case: "saker", debtor: "skyldnere" };

/** What an act is about, piece by piece: “line 5 case 7” is a payment and a case. What has no page has no address. */
export function aboutOf(about: string): About[] {
  return [...about.matchAll(/([a-z]+) (\d+)/g)].flatMap(([, word = "", n = ""]) => {
    const known = abouts.find((one) => one === word);
    const page = pages[word];
    return known ? [{ text: `log.${known}` as const, n, ...(page ? { to: `${page}/${n}` } : {}) }] : [];
  });
}
