import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ActOffer } from "~/api/types";
import { me, meWith, org } from "~/test/fixtures";
import { type Answers, Refusal, show } from "~/test/show";

const second = "988077917";
const path = `/${org}/beslutninger`;
const yes: ActOffer = { act: "approve_letter", letter: 1, allowed: true };
const row = (creditor: string, number: number, acts: ActOffer[] = [yes], letter: string | null = "reminder") => ({
  creditor,
  case: number,
  debtor: number,
  name: `Blid Fjellrev ${creditor === org ? "" : "hos den andre "}${number}`,
  days_over: 20 + number,
  letter,
  open: "600.58",
  acts,
});
const client = (org_number: string, name: string, decisions: number, words = {}) => ({
  org_number,
  name,
  decisions,
  held: 0,
  suspense: 0,
  to_start: 0,
  ...words,
});
type Row = ReturnType<typeof row>;
const decisions = (rows: Row[], count = rows.length) => ({
  on: "2026-07-06",
  count,
  clients: [
    client(org, "Fjord Rør AS", rows.filter((one) => one.creditor === org).length, { held: 2, suspense: 1 }),
    client(second, "Tall og Orden AS", rows.filter((one) => one.creditor === second).length, { to_start: 7 }),
  ],
  rows,
});
const done = { case: 1, state: "active", status: "going", next_look: null, undo: null };
const acts = (creditor: string, number: number) => `POST /creditors/${creditor}/cases/${number}/acts`;
const posts = (asked: Awaited<ReturnType<typeof show>>["asked"]) =>
  asked.filter((one) => one.method === "POST").map((one) => [one.path, one.body]);
const begin = async (rows: Row[], answers: Answers = {}) => {
  const shown = await show(path, { "GET /decisions": decisions(rows), ...answers });
  await screen.findByRole("table", { name: "Beslutninger" });
  return shown;
};

test("one key decides, the next row has the focus, and the same number at two creditors is two cases", async () => {
  const { user, asked } = await begin([row(org, 1), row(org, 2), row(second, 1)], {
    [acts(org, 1)]: done,
    [acts(org, 2)]: done,
    [acts(second, 1)]: done,
  });
  expect(await screen.findByText("3 beslutninger venter")).toBeVisible();
  await user.keyboard("{Enter}");
  expect(posts(asked)).toEqual([]);
  await user.keyboard("j{Enter}");
  expect(screen.queryByRole("link", { name: "Blid Fjellrev 1" })).toBeNull();
  expect(screen.getByText("2 beslutninger venter")).toBeVisible();
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Blid Fjellrev 2"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Blid Fjellrev hos den andre 1"));
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Ingen beslutninger venter" })).toBeVisible();
  const body = { act: "approve_letter", letter: 1 };
  expect(posts(asked)).toEqual([
    [`/creditors/${org}/cases/1/acts`, body],
    [`/creditors/${org}/cases/2/acts`, body],
    [`/creditors/${second}/cases/1/acts`, body],
  ]);
  const keys = asked.filter((one) => one.method === "POST").map((one) => one.headers.get("Idempotency-Key"));
  expect(new Set(keys).size).toBe(3);
});

test("of several acts a number chooses, and the legal step goes with its kind", async () => {
  const legal = (kind: string): ActOffer => ({ act: "legal", kind, allowed: true });
  const { user, asked } = await begin([row(second, 5, [legal("attachment"), legal("conciliation")], null)], {
    [acts(second, 5)]: done,
  });
  expect(screen.getByText("Velg hva som skal skje")).toBeVisible();
  await user.keyboard("{ArrowDown}3");
  expect(posts(asked)).toEqual([]);
  await user.keyboard("2");
  await waitFor(() =>
    expect(posts(asked)).toEqual([[`/creditors/${second}/cases/5/acts`, { act: "legal", kind: "conciliation" }]]),
  );
});

test("what is refused is back where it stood with its reason, and the others go on", async () => {
  const { user, asked } = await begin([row(org, 1), row(org, 2), row(org, 3)], {
    [acts(org, 1)]: new Refusal(409, { code: "case.closed" }),
    [acts(org, 2)]: done,
  });
  await user.keyboard("j{Enter}");
  const back = (await screen.findByRole("link", { name: "Blid Fjellrev 1" })).closest("tr") as HTMLElement;
  expect(await within(back).findByText("Saken er avsluttet.")).toBeVisible();
  expect(screen.getByText("3 beslutninger venter")).toBeVisible();
  expect(document.activeElement).toHaveTextContent("Blid Fjellrev 2");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Blid Fjellrev 3"));
  expect(posts(asked)).toHaveLength(2);
  expect(within(back).getByText("Saken er avsluttet.")).toBeVisible();
});

test("the same wish after a silence is the same wish", async () => {
  let times = 0;
  const { user, asked } = await begin([row(org, 1)], {
    [acts(org, 1)]: () => {
      times += 1;
      if (times === 1) throw new TypeError("gone");
      return done;
    },
  });
  await user.click(screen.getByRole("button", { name: /^Godkjenn brev 1, Blid Fjellrev 1/ }));
  expect(await screen.findByText("Registeret svarer ikke akkurat nå.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Godkjenn brev 1, Blid Fjellrev 1/ }));
  await screen.findByRole("heading", { name: "Ingen beslutninger venter" });
  const keys = asked.filter((one) => one.method === "POST").map((one) => one.headers.get("Idempotency-Key"));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test("when the shown are decided, those behind them come", async () => {
  let asks = 0;
  const { user } = await begin([], {
    "GET /decisions": () => {
      asks += 1;
      return asks === 1 ? decisions([row(org, 1)], 2) : decisions([row(org, 2)]);
    },
    [acts(org, 1)]: done,
  });
  expect(screen.getByText(/Her er 1 av 2/)).toBeVisible();
  await user.keyboard("j{Enter}");
  await waitFor(() => expect(screen.getByRole("link", { name: "Blid Fjellrev 2" }).closest("tr")).toHaveFocus());
  expect(screen.getByText("1 beslutning venter")).toBeVisible();
});

test("who may not decide has no buttons and no keys, at that creditor only", async () => {
  const [first, other] = me.creditors;
  const mixed = { ...me, creditors: [{ ...first!, rights: meWith(["read_cases"]).rights }, other!] };
  const { user, asked } = await begin([row(org, 1), row(second, 9)], { "GET /me": mixed });
  expect(screen.getAllByRole("button", { name: /^Godkjenn brev/ })).toHaveLength(1);
  expect(screen.getByText("Avgjøres av eier, administrator eller saksbehandler")).toBeVisible();
  await user.keyboard("j{Enter}1");
  expect(posts(asked)).toEqual([]);
});

test("without decisions it says so, and what else waits leads to its creditor's own list", async () => {
  await show(path, { "GET /decisions": decisions([]) });
  expect(await screen.findByRole("heading", { name: "Ingen beslutninger venter" })).toBeVisible();
  const to = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(to("2 saker står stille: Fjord Rør AS")).toBe(`/${org}/saker?fane=inactive&status=held`);
  expect(to("1 innbetaling uten sak: Fjord Rør AS")).toBe(`/${org}/innbetalinger`);
  expect(to("7 fakturaer å starte: Tall og Orden AS")).toBe(`/${second}/reskontro?vis=proposed`);
});

test("a list that does not come says why, and is asked for again", async () => {
  await show(path, { "GET /decisions": new Refusal(503, { code: "store.busy" }) });
  expect(await screen.findByRole("button", { name: "Prøv igjen" })).toBeVisible();
});

test("the switcher and the palette lead there", async () => {
  const { user, router } = await show(`/${org}`, { "GET /decisions": decisions([]) });
  await user.click(await screen.findByRole("button", { name: "Fjord Rør AS" }));
  await user.click(await screen.findByRole("menuitem", { name: "Beslutninger" }));
  await waitFor(() => expect(router.state.location.pathname).toBe(path));
  await router.navigate(`/${org}`);
  await user.keyboard("c");
  await user.type(await screen.findByRole("combobox"), "beslut");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe(path));
});

test("the clients that are ticked are ticked the next time too", async () => {
  const rows = [row(org, 1), row(second, 1)];
  const { user, asked, router } = await begin(rows, {
    "GET /me/settings": { "decisions-clients": [second] },
    "PUT /me/settings/decisions-clients": null,
  });
  await waitFor(() => expect(router.state.location.search).toBe(`?kreditor=${second}`));
  await waitFor(() => expect(screen.queryByRole("link", { name: "Blid Fjellrev 1" })).toBeNull());
  expect(screen.getByRole("link", { name: "Blid Fjellrev hos den andre 1" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^(Filtrer på )?Kreditor/ }));
  await user.click(await screen.findByRole("checkbox", { name: /^Fjord Rør AS/ }));
  expect(await screen.findByRole("link", { name: "Blid Fjellrev 1" })).toBeVisible();
  const kept = asked.filter((one) => one.path === "/me/settings/decisions-clients");
  expect(kept.map((one) => one.body)).toEqual([[second, org]]);
});
