import { expect, test } from "vitest";
import type { TimelineEntry } from "~/api/types";
import { broughtMoney, entryName } from "./words";

const entry = (what: string, kind?: string) =>
  ({ on: "2026-03-20", what, state: "money", ...(kind ? { kind } : {}) }) as TimelineEntry;

test("money that left the case says why, and does not look like money that came", () => {
  expect(entryName(entry("payment_taken_back", "bank"))).toEqual({ id: "entry.taken_back.bank" });
  expect(entryName(entry("payment_taken_back", "mistake"))).toEqual({ id: "entry.taken_back.mistake" });
  expect(entryName(entry("payment_taken_back", "moved"))).toEqual({ id: "entry.taken_back.moved" });
  expect(entryName(entry("payment_returned"))).toEqual({ id: "entry.payment_returned" });
  expect(["payment", "payment_taken_back", "payment_returned"].map((what) => broughtMoney(entry(what)))).toEqual([
    true,
    false,
    false,
  ]);
});
