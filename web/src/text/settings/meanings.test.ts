import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import nb from "./nb.json";
import nn from "./nn.json";
import sv from "./sv.json";

const source = readFileSync(join(import.meta.dirname, "../../../../src/office/setting_words.cpp"), "utf8");
const table = /constexpr Word words\[\] = \{([\s\S]*?)\n\};/.exec(source)![1]!;
const names = [...table.matchAll(/\{"([^"]+)", "/g)].map((m) => m[1]!.replaceAll(" ", "."));

test.each(Object.entries({ nb, nn, sv }))("%s says what every setting means", (_, book) => {
  expect(names.length).toBeGreaterThan(60);
  expect(Object.keys(book)).toEqual(names);
});
