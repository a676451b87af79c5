import { expect, test } from "vitest";
import { aboutOf, actWords } from "./words";

test("what an act is about is told piece by piece, with its page where it has one", () => {
  expect(aboutOf("line 5 case 7")).toEqual([
    { text: "log.line", n: "5" },
    { text: "log.case", n: "7", to: "saker/7" },
  ]);
  expect(aboutOf("debtor 3")).toEqual([{ text: "log.debtor", n: "3", to: "skyldnere/3" }]);
  expect(aboutOf("session 12")).toEqual([]);
  expect(aboutOf("ledger")).toEqual([]);
});

test("a word that is new to us has no text", () => {
  expect(actWords("case-pause")).toBe("log.case-pause");
  expect(actWords("office-painted")).toBeUndefined();
});
