import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { me, meWith } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";
import type { Definition, Line, Report, ReportRow } from "./api/reports";
import { chartOf, steady } from "./chart/ReportChart";
import { sorted } from "./figures";
import { grouped } from "./list/groups";

const at = "/creditors/999999999";
const page = "/999999999/rapporter";
const heads = (ids: string[]) => ids.map((id) => ({ id, head: id })) as Definition["may"];
const columns: Definition["columns"] = [
  { id: "payments", head: "Betalinger", kind: "whole", lines: true },
  { id: "paid", head: "Betalt", kind: "money", lines: true },
  { id: "rate", head: "Andel", kind: "share", lines: false },
];
const payments: Definition = {
  name: "payments",
  title: "Betalinger",
  about: "Betalinger som er ført på en sak. Og hva de dekket.",
  span: "happened",
  by: ["month"],
  may: [
    { id: "month", head: "Måned" },
    { id: "customer", head: "Kunde" },
    { id: "status", head: "Status" },
  ],
  columns,
};
const forecast: Definition = {
  ...payments,
  name: "forecast",
  title: "Ventede innbetalinger",
  span: "standing",
  by: ["week"],
  may: heads(["week"]),
  columns: ["expected_in", "low", "high"].map((id) => ({ id, head: id, kind: "money", lines: false })),
};
const fresh: Definition = { ...payments, name: "something_new", title: "Noe nytt" };
const definitions = { rows: [payments, forecast, fresh], count: 3 };
const row = (name: string, figures: ReportRow["figures"], by = "month"): ReportRow => ({
  row: name,
  keys: [{ by: by as "month", name, label: name }],
  figures,
});
const report = (rows: ReportRow[], words: Partial<Report> = {}): Report => ({
  report: "payments",
  title: payments.title,
  about: payments.about,
  from: "2026-01-01",
  to: "2026-07-06",
  as_of: "2026-07-06",
  by: heads(["month"]).map((one) => ({ ...one, head: "Måned" })),
  columns,
  rows,
  sum: { payments: 6, paid: "17233.13", rate: null },
  count: rows.length,
  next: null,
  ...words,
});
const two = [
  row("2026-02", { payments: 1, paid: "4917.63", rate: "33.33" }),
  row("2026-04", { payments: 5, paid: "12315.50", rate: "0.00" }),
];
const line = (n: number): Line => ({
  case: n,
  debtor: n,
  customer: String(n),
  name: `Blid Fjellrev ${n}`,
  day: "2026-04-02",
  what: "payment",
  label: "Betaling",
  reference: "1",
  value: "2463.10",
});
const answers = (more: object = {}) => ({
  [`GET ${at}/reports`]: definitions,
  [`GET ${at}/reports/payments`]: report(two),
  ...more,
});

test("the reports stand in groups with the question each answers, and one that is new is found, too", async () => {
  const { user } = await show(page, answers());
  const money = await screen.findByRole("region", { name: "Penger" });
  expect(within(money).getByText("Hva kom inn, når, og hva dekket det?")).toBeVisible();
  const others = screen.getByRole("region", { name: "Andre" });
  expect(within(others).getByText("Betalinger som er ført på en sak")).toBeVisible();
  expect(grouped([]).length).toBe(0);
  await user.click(within(money).getByRole("link", { name: "Betalinger" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Betalinger" })).toBeVisible();
});

test("who may not read reports is not led there", async () => {
  await show("/999999999", { ...answers(), "GET /me": meWith(["read_cases"]) });
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("link", { name: "Rapporter" })).toBeNull();
});

test("a figure opens its lines, a page at a time, and its address is a link", async () => {
  const { user, asked, router } = await show(
    `${page}/payments`,
    answers({
      [`GET ${at}/reports/payments/lines`]: (_: Request, url: URL) =>
        url.searchParams.get("after")
          ? { column: "paid", kind: "money", rows: [line(3)], next: null }
          : { column: "paid", kind: "money", rows: [line(1), line(2)], next: "2:0" },
    }),
  );
  const table = await screen.findByRole("table", { name: "Betalinger" });
  expect(within(table).getByText("februar 2026")).toBeVisible();
  // What is zero, and what follows from others, opens nothing.
  expect(within(table).queryByRole("link", { name: /Andel/ })).toBeNull();
  await user.click(within(table).getByRole("link", { name: /^12\s315,50: Betalt, april 2026/ }));
  const sheet = await screen.findByRole("dialog", { name: "Bak tallet: Betalt" });
  expect(await within(sheet).findAllByRole("listitem")).toHaveLength(2);
  expect(within(sheet).getByText("april 2026")).toBeVisible();
  expect(router.state.location.search).toMatch(/kol=paid&rad=2026-04/);
  await user.click(within(sheet).getByRole("button", { name: "Vis flere" }));
  expect(await within(sheet).findByText("3 linjer, det er alle.")).toBeVisible();
  expect(within(sheet).getByRole("link", { name: "Sak 3, Blid Fjellrev 3" })).toHaveAttribute(
    "href",
    "/999999999/saker/3",
  );
  const lines = asked.filter(({ path }) => path.endsWith("/lines"));
  expect(lines.map(({ query }) => query.get("after"))).toEqual([null, "2:0"]);
  expect(lines[0]!.query.get("row")).toBe("2026-04");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(router.state.location.search).not.toMatch(/kol=/));
  await waitFor(() => expect(within(table).getByRole("link", { name: /: Betalt, april 2026/ })).toHaveFocus());
});

test("an act on no case leads to its debtor, or nowhere, and acts are not narrowed to customers", async () => {
  const work: Definition = {
    ...payments,
    name: "work",
    title: "Arbeid for hånd",
    may: heads(["month", "person", "act"]),
    columns: [{ id: "acts", head: "Handlinger", kind: "whole", lines: true }],
  };
  const act = (words: Partial<Line>): Line => ({
    ...line(1),
    case: null,
    debtor: 0,
    name: "",
    reference: "",
    ...words,
  });
  const { user } = await show(`${page}/work`, {
    [`GET ${at}/reports`]: { rows: [work], count: 1 },
    [`GET ${at}/reports/work`]: report([row("2026-04", { acts: 2 })], { report: "work", columns: work.columns }),
    [`GET ${at}/reports/work/lines`]: {
      column: "acts",
      kind: "whole",
      rows: [
        act({ what: "automation-set", label: "Satte reglene", value: 1 }),
        act({ debtor: 7, name: "Blid Fjellrev", what: "debtor-change", label: "Endret en skyldner", value: 1 }),
      ],
      next: null,
    },
  });
  await user.click(await screen.findByRole("link", { name: /^2: Handlinger, april 2026/ }));
  const sheet = await screen.findByRole("dialog", { name: "Bak tallet: Handlinger" });
  const [rules, debtor] = await within(sheet).findAllByRole("listitem");
  expect(within(rules!).queryByRole("link")).toBeNull();
  expect(within(rules!).getByText("Satte reglene")).toBeVisible();
  expect(within(debtor!).getByRole("link", { name: "Blid Fjellrev" })).toHaveAttribute(
    "href",
    "/999999999/skyldnere/7",
  );
  expect(screen.queryByRole("button", { name: /Filtrer på (Status|Kunde)/ })).toBeNull();
});

test("period, day, parts and filters are asked of the server as the address has them", async () => {
  const { user, asked } = await show(`${page}/payments?per=2026-05-15&delt=status,month&status=paid`, answers());
  await screen.findByRole("table", { name: "Betalinger" });
  const last = () => asked.filter(({ path }) => path.endsWith("/reports/payments")).at(-1)!.query;
  expect(Object.fromEntries(last())).toMatchObject({
    from: "2026-01-01",
    to: "2026-05-15",
    as_of: "2026-05-15",
    by: "status,month",
    status: "paid",
    language: "nb",
  });
  await user.click(screen.getByRole("button", { name: "Filtrer på Periode I år" }));
  await user.click(await screen.findByRole("radio", { name: "Forrige måned" }));
  await waitFor(() => expect(last().get("from")).toBe("2026-04-01"));
  expect(last().get("to")).toBe("2026-04-30");
  // Days of one's own end with the day that is known.
  await user.click(screen.getByRole("button", { name: /^Filtrer på Periode/ }));
  const to = await screen.findByLabelText("Til og med");
  await user.clear(to);
  await user.type(to, "1.6.26");
  await user.click(await screen.findByRole("button", { name: /^Bruk/ }));
  expect(await screen.findByText("Siste dag kan være 15.05.2026: senere er ikke kjent da.")).toBeVisible();
});

test("nothing says why, and leads on", async () => {
  const none = { [`GET ${at}/reports/payments`]: report([], { count: 0 }) };
  const { user, router } = await show(`${page}/payments?status=paid`, answers(none));
  await screen.findByRole("heading", { name: "Ingenting passer filteret" });
  await user.click(screen.getByRole("button", { name: "Fjern alle filtre" }));
  await screen.findByRole("heading", { name: "Ingenting å vise" });
  expect(screen.getByText(/fra 1\. januar 2026 til 6\. juli 2026\.$/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Vis fra begynnelsen" }));
  await waitFor(() => expect(router.state.location.search).toBe("?periode=alt"));
});

test("a report that there is not, and one that fails, say so", async () => {
  await show(`${page}/tull`, answers());
  await screen.findByRole("heading", { name: "Denne rapporten finnes ikke" });
});

test("a report that fails is tried again", async () => {
  let down = true;
  const { user } = await show(
    `${page}/payments`,
    answers({
      [`GET ${at}/reports/payments`]: () => (down ? new Refusal(409, { code: "interest.rate_missing" }) : report(two)),
    }),
  );
  await screen.findByRole("alert");
  down = false;
  await user.click(screen.getByRole("button", { name: "Prøv igjen" }));
  await screen.findByRole("table", { name: "Betalinger" });
});

test("a picture says in words what it shows, also of a month without anything, and another column is chosen", async () => {
  const { user, router } = await show(`${page}/payments`, answers());
  const drawing = await screen.findByRole("img", { name: /^Stolper\. Betalt etter måned/ });
  expect(drawing.getAttribute("aria-label")).toMatch(
    /februar 2026: 4\s917,63; mars 2026: 0,00; april 2026: 12\s315,50/,
  );
  await user.click(screen.getByRole("button", { name: "Vis et annet tall: Betalt" }));
  await user.click(await screen.findByRole("menuitem", { name: "Andel" }));
  await screen.findByRole("img", { name: /mars 2026: –/ });
  expect(router.state.location.search).toBe("?tegn=rate");
});

test("the forecast is drawn with what came of the last ones, and says how often the range held", async () => {
  const week = (first: string, more: object = {}) =>
    row(first, { expected_in: "900.00", low: "100.00", high: "2600.00", ...more }, "week");
  const of = (rows: ReportRow[], words: object) =>
    report(rows, { by: heads(["week"]), columns: forecast.columns, ...words });
  const { asked } = await show(
    `${page}/forecast`,
    answers({
      [`GET ${at}/reports/forecast`]: of([week("2026-07-06")], { report: "forecast", from: null }),
      [`GET ${at}/reports/score`]: of(
        [
          week("2026-06-22", { came: "50.00", weeks: 1, held: 0, held_rate: "0.00" }),
          week("2026-06-29", { came: "800.00", weeks: 1, held: 1, held_rate: "100.00" }),
        ],
        { report: "score", sum: { weeks: 2, held: 1, held_rate: "50.00" } },
      ),
    }),
  );
  expect(await screen.findByText("80 %-intervallet holdt i 1 av 2 uker (50,00 %).")).toBeVisible();
  const says = screen.getByRole("img").getAttribute("aria-label")!;
  expect(says).toMatch(/Fra 22\.06\.2026: ventet 900,00.*50,00 kom, og det holdt ikke\./);
  expect(says).toMatch(/800,00 kom, og det holdt\. Fra 06\.07\.2026: ventet 900,00, mellom 100,00 og 2\s600,00\./);
  expect(asked.find(({ path }) => path.endsWith("/score"))?.query.get("from")).toBe("2025-07-07");
});

test("every creditor side by side: sums of each, and the way to each one's own", async () => {
  const all = {
    ...report([]),
    rows: me.creditors.map(({ org_number, name }) => ({
      creditor: org_number,
      name,
      figures: { payments: 3, paid: "100.00", rate: null },
    })),
    count: 2,
  };
  const { asked } = await show(
    `${page}/payments?hos=alle&periode=alt&kunde=7&status=going`,
    answers({ "GET /reports/payments": all }),
  );
  const other = await screen.findByRole("link", { name: "Tall og Orden AS" });
  expect(other).toHaveAttribute("href", "/988077917/rapporter/payments?periode=alt&status=going");
  const question = asked.find(({ path }) => path === "/reports/payments")!;
  expect(Object.fromEntries(question.query)).toEqual({ language: "nb", status: "going" });
  expect(screen.queryByRole("button", { name: "Eksporter" })).toBeNull();
});

test("the file is asked for with what is chosen", async () => {
  const save = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
  const { user, asked } = await show(
    `${page}/payments?periode=i-fjor&delt=customer`,
    answers({ [`GET ${at}/reports/payments/sheet`]: {} }),
  );
  await user.click(await screen.findByRole("button", { name: "Eksporter" }));
  await user.click(await screen.findByRole("menuitem", { name: "På papir (PDF)" }));
  await waitFor(() => expect(save).toHaveBeenCalled());
  const { query } = asked.find(({ path }) => path.endsWith("/sheet"))!;
  expect(Object.fromEntries(query)).toEqual({
    form: "pdf",
    language: "nb",
    from: "2025-01-01",
    to: "2025-12-31",
    by: "customer",
  });
});

test("rows are ordered by size to the øre, by name, by day, and words in the server's order", () => {
  const of = (name: string, label: string, paid: string, by: string) =>
    ({ row: name, keys: [{ by, name, label }], figures: { paid } }) as ReportRow;
  const names = (rows: ReportRow[]) => rows.map(({ row: name }) => name);
  const some = [
    of("10", "Ødegård", "90071992547409931.07", "customer"),
    of("9", "Aas", "90071992547409931.08", "customer"),
  ];
  expect(names(sorted(some, "paid", true, "nb"))).toEqual(["9", "10"]);
  expect(names(sorted(some, "customer", true, "nb"))).toEqual(["9", "10"]);
  const bands = ["not_due", "1-30", "181-365"].map((name) => of(name, name, "1.00", "band"));
  expect(names(sorted(bands, "band", true, "nb"))).toEqual(["181-365", "1-30", "not_due"]);
  const months = ["2025-12", "2026-01"].map((name) => of(name, name, "1.00", "month"));
  expect(names(sorted(months, "month", true, "nb"))).toEqual(["2026-01", "2025-12"]);
});

test("what says nothing to the eye is not drawn", () => {
  expect(chartOf(report(two), null)?.column.id).toBe("paid");
  expect(chartOf(report(two.slice(1)), null)).toBeUndefined();
  expect(chartOf(report(two, { count: 400 }), null)).toBeUndefined();
  expect(chartOf(report(two, { by: heads(["month", "status"]) }), null)).toBeUndefined();
  expect(chartOf(report(two.map((one) => ({ ...one, figures: { paid: "0.00" } }))), null)).toBeUndefined();
  expect(steady(two, true).map(({ name }) => name)).toEqual(["2026-02", "2026-03", "2026-04"]);
  expect(steady(two, false)).toHaveLength(2);
});
