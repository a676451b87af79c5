import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { me, meWith } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";
import type { Clarity, Wording, WordingCheck, WordingRow } from "../api/wordings";
import { lawLines, restored } from "./blocks";

const at = "/creditors/999999999/texts";
const place = "/999999999/innstillinger/brevtekster";
const clarity: Clarity = { score: 100, least: 70, lix: 27, words: 200, sentences: 28, long_words: 40, findings: [] };
const ours = `[title, statutory: inkassoloven § 9]
Inkassovarsel

[lead]
Fakturaen er forfalt.

[answer total, statutory: inkassoloven § 9]
? Hvor mye?
**{{total}}**.

[section help]
## Vanskelig å betale?
Ta kontakt: {{contact}}.
`;
const wording: Wording = {
  kind: "notice",
  language: "nb",
  ours,
  own: null,
  reason: "",
  set_on: null,
  set_by: null,
  clarity,
};
const fine: WordingCheck = { wrong: null, clarity };
const answers = {
  [`GET ${at}/notice/nb`]: wording,
  [`POST ${at}/notice/nb/check`]: fine,
};
const typing = () => screen.findByRole("textbox", { name: "Inkassovarsel · Bokmål" });

test("the law's words are known, and put back where they belong", () => {
  expect([...lawLines(ours)]).toEqual([0, 1, 6, 7, 8]);
  const changed = ours.replace("Inkassovarsel", "Purring");
  expect(restored(ours, changed, "title", 1, false)).toBe(ours);
  const missing = ours.replace(/\[answer total[^[]*/, "");
  expect(restored(ours, missing, "answer total", 9, true)).toBe(ours);
  expect(restored(ours, missing, "answer moon", 9, true)).toBeUndefined();
  expect(restored(ours, "", "title", 1, true)).toContain("[title, statutory: inkassoloven § 9]\nInkassovarsel");
});

test("a wording says when it was changed and by whom, and when nobody is named at least when", async () => {
  const changed = (words: Partial<Wording>) => ({
    ...answers,
    [`GET ${at}/notice/nb`]: { ...wording, set_on: "2026-07-01", ...words },
  });
  await show(`${place}/notice/nb`, changed({ set_by: "Per Prøve" }));
  expect(await screen.findByText("Endret 01.07.2026 av Per Prøve.")).toBeVisible();
  cleanup();
  await show(`${place}/notice/nb`, changed({}));
  expect(await screen.findByText("Endret 01.07.2026.")).toBeVisible();
});

test("the list tells whose text each letter has, and how plain it is", async () => {
  const rows: WordingRow[] = [
    { kind: "notice", language: "nb", own: true, score: 84, lix: 31 },
    { kind: "notice", language: "nn", own: false, score: 100, lix: 24 },
  ];
  await show(place, { [`GET ${at}`]: { rows } });
  const own = await screen.findByRole("link", { name: /Inkassovarsel · Bokmål:\s*Egen tekst\s*84 av 100/ });
  expect(own).toHaveAttribute("href", `${place}/notice/nb`);
  expect(screen.getByRole("link", { name: /Inkassovarsel · Nynorsk:\s*Vår tekst\s*100 av 100/ })).toBeVisible();
  expect(screen.getByText("1 tekst er deres egen.")).toBeVisible();
});

test("what the law says stands with its line, its words can be put back, and the text is saved as it was seen", async () => {
  const wrong = {
    code: "text.statutory_changed",
    field: "notice.nb.txt:1",
    detail: "the words of [title] are wanted by inkassoloven § 9 and were changed",
    remedy: "Restore the words: Inkassovarsel",
  };
  const { user, asked } = await show(`${place}/notice/nb`, {
    ...answers,
    [`POST ${at}/notice/nb/check`]: async (request: Request) =>
      (await request.clone().text()).includes("Purring") ? { wrong, clarity: null } : fine,
    [`PUT ${at}/notice/nb`]: { ...wording, own: ours.replace("forfalt", "ikke betalt") },
    [`GET ${at}`]: { rows: [] },
  });
  const field = await typing();
  expect(field).toHaveValue(ours);
  await user.click(field);
  await user.clear(field);
  await user.paste(ours.replace("Inkassovarsel", "Purring").replace("forfalt", "ikke betalt"));
  expect(await screen.findByText(/Ordene i \[title\] krever inkassoloven § 9/)).toBeVisible();
  expect(field).toBeInvalid();
  await user.click(screen.getByRole("button", { name: "Linje 1" }));
  await waitFor(() => expect(field).toHaveFocus());
  await user.click(screen.getByRole("button", { name: "Sett tilbake lovens ord" }));
  expect(await screen.findByText("Alt loven krever, står i teksten.")).toBeVisible();
  expect(screen.getByText("Ikke lagret")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText("Teksten er lagret. Nye brev har den.")).toBeVisible();
  const put = asked.find((one) => one.method === "PUT")!;
  expect(put.body).toEqual({ text: ours.replace("forfalt", "ikke betalt") });
  expect(put.headers.get("If-Match")).toBe('"1"');
  expect(screen.queryByText("Ikke lagret")).toBeNull();
});

test("a text that is hard to read is used with a reason", async () => {
  const hard: Clarity = {
    ...clarity,
    score: 60,
    lix: 45,
    findings: [
      { line: 5, detail: "a sentence of 34 words", remedy: "Make two of it: 25 words are the most." },
      { line: 1, detail: "the letter does not answer: by when", remedy: "Add a block [answer deadline]." },
    ],
  };
  const { user, asked } = await show(`${place}/notice/nb?ved=klarhet`, {
    ...answers,
    [`POST ${at}/notice/nb/check`]: { wrong: null, clarity: hard },
    [`PUT ${at}/notice/nb`]: async (request: Request) =>
      (await request.clone().text()).includes("reason")
        ? { ...wording, own: `${ours}x`, reason: "Vår jurist vil det." }
        : new Refusal(422, { code: "text.clarity", detail: "the text has the score 60, and 70 is the least" }),
    [`GET ${at}`]: { rows: [] },
  });
  const plain = await screen.findByRole("region", { name: "Klarhet" });
  expect(await within(plain).findByText("Setningen har 34 ord. Del den i to.")).toBeVisible();
  expect(within(plain).getByText(/Innen når\? Brevet svarer ikke./)).toBeVisible();
  expect(within(plain).getByText("Tung å lese")).toBeVisible();
  await user.type(await typing(), "x");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  const dialog = await screen.findByRole("dialog", { name: "Teksten er tung å lese" });
  await user.type(within(dialog).getByLabelText(/Grunnen/), "Vår jurist vil det.");
  await user.click(within(dialog).getByRole("button", { name: "Lagre likevel" }));
  expect(await screen.findByText("Brukt fordi: Vår jurist vil det.")).toBeVisible();
  expect(asked.filter((one) => one.method === "PUT").at(-1)?.body).toMatchObject({ reason: "Vår jurist vil det." });
});

test("what somebody else saved meanwhile is shown beside what was typed, and one chooses", async () => {
  let tries = 0;
  const theirs = { ...wording, own: ours.replace("forfalt", "forfalt nå") };
  let first = true;
  const { user } = await show(`${place}/notice/nb`, {
    ...answers,
    [`GET ${at}/notice/nb`]: () => {
      const now = first ? wording : theirs;
      first = false;
      return now;
    },
    [`PUT ${at}/notice/nb`]: () =>
      tries++ === 0
        ? new Refusal(412, { code: "http.precondition", detail: "it has changed" })
        : { ...wording, own: `${ours}x` },
    [`GET ${at}`]: { rows: [] },
  });
  const field = await typing();
  await user.type(field, "x");
  await user.click(screen.getByRole("button", { name: "Lagre" }));
  expect(await screen.findByText(/Noen andre lagret denne teksten mens du skrev/)).toBeVisible();
  expect(field).toHaveValue(`${ours}x`);
  await user.click(screen.getByRole("button", { name: "Se deres tekst" }));
  expect(await screen.findByRole("textbox", { name: "Den andres tekst" })).toHaveValue(theirs.own);
  await user.click(screen.getByRole("button", { name: "Lagre min likevel" }));
  expect(await screen.findByText("Teksten er lagret. Nye brev har den.")).toBeVisible();
  expect(screen.queryByText(/Noen andre lagret/)).toBeNull();
});

test("leaving with a text that is not saved asks first", async () => {
  const { user, router } = await show(`${place}/notice/nb`, { ...answers, [`GET ${at}`]: { rows: [] } });
  await user.type(await typing(), "x");
  await user.click(screen.getByRole("link", { name: "Brevtekster" }));
  const dialog = await screen.findByRole("dialog", { name: "Gå uten å lagre?" });
  await user.click(within(dialog).getByRole("button", { name: "Bli her" }));
  expect(router.state.location.pathname).toBe(`${place}/notice/nb`);
  expect(await typing()).toHaveValue(`${ours}x`);
  await user.click(screen.getByRole("link", { name: "Brevtekster" }));
  await user.click(await screen.findByRole("button", { name: "Gå uten å lagre" }));
  await waitFor(() => expect(router.state.location.pathname).toBe(place));
});

test("back to our text can be undone", async () => {
  const own = ours.replace("forfalt", "ikke betalt");
  const { user, asked } = await show(`${place}/notice/nb`, {
    ...answers,
    [`GET ${at}/notice/nb`]: { ...wording, own, reason: "" },
    [`DELETE ${at}/notice/nb`]: wording,
    [`PUT ${at}/notice/nb`]: { ...wording, own },
    [`GET ${at}`]: { rows: [] },
  });
  await user.click(await screen.findByRole("button", { name: "Tilbake til vår tekst" }));
  expect(await screen.findByText("Vår tekst er tilbake")).toBeVisible();
  expect(await typing()).toHaveValue(ours);
  await user.click(screen.getByRole("button", { name: "Angre" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Inkassovarsel · Bokmål" })).toHaveValue(own));
  expect(asked.find((one) => one.method === "PUT")?.body).toEqual({ text: own });
});

test("who may not change it, reads it, with what each filling becomes", async () => {
  const rights = me.rights.filter((right) => right !== "manage_creditor");
  await show(`${place}/notice/nb?ved=ord`, { ...answers, "GET /me": meWith(rights) });
  expect(await typing()).toHaveAttribute("readonly");
  expect(screen.getByText("Du kan se dette, men ikke endre det.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Lagre" })).toBeNull();
  expect(await screen.findByText("Alt som skal betales, som «10 171,34 kr»")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Sett inn/ })).toBeNull();
});
