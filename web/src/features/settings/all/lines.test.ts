import { expect, test } from "vitest";
import { lineOf, linesOf } from "./lines";

const text = `{
  "frist_settings": 1,
  "settings": {
    "address.street": "Kaien \\"5\\", {B}",
    "stop_days": ["2026-12-24",
      "2026-12-31"],
    "kid_length": 0
  },
  "courses": {
    "Rolig": {
      "steps": [
        {"step": "notice"},
        {"step": "demand",
          "deadline_days": 3}
      ]
    }
  }
}`;

test.each([
  ["frist_settings", 2],
  ["settings.address.street", 4],
  ["settings.stop_days[1]", 6],
  ["settings.kid_length", 7],
  ["courses.Rolig", 10],
  ["courses.Rolig.steps[1].deadline_days", 14],
])("%s stands on line %i", (place, line) => {
  expect(lineOf(linesOf(text), place)).toBe(line);
});

test("what the file does not name stands where it would", () => {
  expect(lineOf(linesOf(text), "settings.automation")).toBe(3);
  expect(lineOf(linesOf(text), "courses.Rolig.steps[1].fee")).toBe(13);
  expect(lineOf(linesOf(text), "nowhere")).toBeUndefined();
});

test("what is no JSON has no lines, and is no harm", () => {
  expect(lineOf(linesOf('{"settings": {,}}'), "settings.kid_length")).toBe(1);
  expect(linesOf("").size).toBe(1);
});
