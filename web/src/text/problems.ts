import { useCallback } from "react";
import { type TextId, useT } from "./texts";

// What the server refuses, in the reader's language by its code. A code without words of ours stands as the server says it.

const known: Record<string, TextId> = {
  "access.code": "problem.access.code",
  "access.denied": "problem.access.denied",
  "access.last_owner": "problem.access.last_owner",
  "access.link": "problem.access.link",
  "access.login": "problem.access.login",
  "access.reach": "problem.access.reach",
  "access.session": "problem.access.session",
  "access.ticket": "problem.access.ticket",
  "access.wait": "problem.access.wait",
  "account.check_digit": "problem.account.check_digit",
  "account.form": "problem.account.form",
  "automation.not_ready": "problem.automation.not_ready",
  "bulk.changed": "problem.bulk.changed",
  "case.closed": "problem.case.closed",
  "case.not_opened": "problem.case.not_opened",
  "course.built_in": "problem.course.built_in",
  "course.changed": "problem.course.changed",
  "course.in_use": "problem.course.in_use",
  "course.name": "problem.course.name",
  "course.none": "problem.course.none",
  "creditor.email": "problem.creditor.email",
  "creditor.known": "problem.creditor.known",
  "creditor.postal_code": "problem.creditor.postal_code",
  "debtor.address": "problem.debtor.address",
  "debtor.email": "problem.debtor.email",
  "debtor.protected": "problem.debtor.protected",
  "http.precondition": "problem.http.precondition",
  "invoice.known": "problem.invoice.known",
  "letter.address": "problem.letter.address",
  "merge.debtor": "problem.merge.debtor",
  "merge.demand": "problem.merge.demand",
  "password.common": "problem.password.common",
  "password.long": "problem.password.long",
  "password.short": "problem.password.short",
  "pause.none": "problem.pause.none",
  "pause.until": "problem.pause.until",
  "payment.amount": "problem.payment.amount",
  "payment.future": "problem.payment.future",
  "person.email": "problem.person.email",
  "person.known": "problem.person.known",
  "person.name": "problem.person.name",
  "preview.none": "problem.preview.none",
  "start.address": "problem.start.address",
  "start.changed": "problem.start.changed",
  "start.credit": "problem.start.credit",
  "start.credit_note": "problem.start.credit_note",
  "start.currency": "problem.start.currency",
  "start.has_case": "problem.start.has_case",
  "start.kind": "problem.start.kind",
  "start.name": "problem.start.name",
  "start.not_due": "problem.start.not_due",
  "start.nothing_open": "problem.start.nothing_open",
  "start.unknown": "problem.start.unknown",
  "start.warning": "problem.start.warning",
  "store.busy": "problem.store.busy",
  "store.conflict": "problem.store.conflict",
  "suspense.unknown": "problem.suspense.unknown",
};

interface Refusal {
  code: string;
  detail?: string | undefined;
  remedy?: string | undefined;
}

export interface Told {
  /** What is wrong. */
  what: string;
  /** What to do, when it stands apart. */
  remedy: string | undefined;
  /** The language the words are in, when it is not the page's. */
  lang: "en" | undefined;
}

/** A refusal in words: what is wrong, and what to do. */
export function useTold(): (refusal: Refusal) => Told {
  const t = useT();
  return useCallback(
    (refusal) => {
      const id = known[refusal.code];
      if (id) return { what: t(id), remedy: undefined, lang: undefined };
      if (refusal.code === "server.silent" || !refusal.detail)
        return { what: t("failure.silent"), remedy: t("failure.silent.remedy"), lang: undefined };
      return { what: sentence(refusal.detail), remedy: refusal.remedy, lang: "en" };
    },
    [t],
  );
}

const sentence = (words: string) => {
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
};
