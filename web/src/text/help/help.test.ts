import { expect, test } from "vitest";
import en from "./en.json";
import type { Article } from "./help";
import nb from "./nb.json";
import nn from "./nn.json";
import sv from "./sv.json";

const books = { nb, nn, en, sv };

test.each(Object.entries(books))("%s has the same articles, as long as the others", (_, book) => {
  const first = nb.articles as Record<string, Article>;
  const articles = book.articles as Record<string, Article>;
  expect(Object.keys(articles)).toEqual(Object.keys(first));
  for (const [id, article] of Object.entries(articles)) {
    expect(article.text.length, id).toBe(first[id]!.text.length);
    expect(article.steps?.length, id).toBe(first[id]!.steps?.length);
    expect(article.see, id).toEqual(first[id]!.see);
    for (const other of article.see ?? []) expect(articles[other], `${id} → ${other}`).toBeDefined();
  }
  expect(book.tour).toHaveLength(nb.tour.length);
});
