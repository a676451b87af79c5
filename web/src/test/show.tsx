import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { makeQueries } from "~/app/query";
import { makeRoutes } from "~/app/routes";
import type { Language } from "~/format/language";
import { loadTexts, Texts } from "~/text/texts";
import { Toasts } from "~/ui/Toasts";
import { theme } from "~/ui/theme";
import { acts, automation, casePage, caseRow, creditor, me, one, org, outbox, suspense, today } from "./fixtures";

type Say = (request: Request, url: URL) => unknown;
export type Answers = Record<string, unknown | Say>;

/** A refusal of the server. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: { code: string; field?: string; detail?: string; remedy?: string },
  ) {}
}

const at = `/creditors/${org}`;
const usual: Answers = {
  "GET /setup": { wanted: "nothing", version: "0.4.0", demo: false },
  "GET /me": me,
  "GET /me/settings": {},
  [`GET ${at}`]: creditor,
  [`GET ${at}/today`]: today,
  [`GET ${at}/cases`]: casePage([caseRow(20001), caseRow(20002), caseRow(20003)]),
  [`GET ${at}/cases/sums`]: { count: 3, open: "38283.93" },
  [`GET ${at}/cases/24117`]: one,
  [`GET ${at}/cases/24117/acts`]: { rows: acts },
  [`GET ${at}/letters`]: outbox,
  [`GET ${at}/views`]: { rows: [] },
  [`GET ${at}/terms`]: { rows: [], current: null, waiting: false },
  "GET /session/providers": { rows: [], passkeys: false },
  [`GET ${at}/jobs`]: { rows: [] },
  [`GET ${at}/cases/24117/notes`]: { rows: [] },
  [`GET ${at}/automation`]: automation,
  [`GET ${at}/suspense`]: suspense,
};

/** Shows a page of the whole application as a person would see it, before an invented server. */
export async function show(path: string, answers: Answers = {}, language: Language = "nb") {
  const asked: { method: string; path: string; query: URLSearchParams; body: unknown; headers: Headers }[] = [];
  const all = { ...usual, ...answers };
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    const name = url.pathname.replace(/^\/api/, "");
    const text = request.method === "GET" ? "" : await request.clone().text();
    const json = request.headers.get("Content-Type")?.includes("json");
    asked.push({
      method: request.method,
      path: name,
      query: url.searchParams,
      body: json && text ? JSON.parse(text) : text,
      headers: request.headers,
    });
    const found = all[`${request.method} ${name}`];
    const value = typeof found === "function" ? await (found as Say)(request, url) : found;
    const refused =
      value instanceof Refusal ? value : value === undefined ? new Refusal(404, { code: "http.not_found" }) : undefined;
    const body = refused ? { type: "about:blank", title: "", status: refused.status, ...refused.body } : value;
    return new Response(body === null ? null : JSON.stringify(body), {
      status: refused?.status ?? (body === null ? 204 : 200),
      headers: { "Content-Type": refused ? "application/problem+json" : "application/json", ETag: '"1"' },
    });
  });
  const queries = makeQueries(() => {});
  const router = createMemoryRouter(makeRoutes(queries), { initialEntries: [path] });
  const texts = await loadTexts(language);
  render(
    <Texts first={language} texts={texts}>
      <MantineProvider theme={theme} env="test">
        <QueryClientProvider client={queries}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </QueryClientProvider>
      </MantineProvider>
    </Texts>,
  );
  return { user: userEvent.setup(), asked, router };
}
