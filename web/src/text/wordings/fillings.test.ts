import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "./en.json";
import nb from "./nb.json";
import nn from "./nn.json";
import sv from "./sv.json";

const source = readFileSync(join(import.meta.dirname, "../../../../src/letters/text_reader.cpp"), "utf8");
const namesOf = (list: string) =>
  [...new RegExp(`constexpr auto ${list} = [^{]*\\{([^}]*)\\}`).exec(source)![1]!.matchAll(/"(\w+)"/g)].map(
    (m) => m[1],
  );

test.each(Object.entries({ nb, nn, en, sv }))(
  "%s explains every placeholder and condition of the letters",
  (_, book) => {
    expect(Object.keys(book.words)).toEqual(namesOf("placeholders"));
    expect(Object.keys(book.conditions)).toEqual(namesOf("conditions"));
  },
);
