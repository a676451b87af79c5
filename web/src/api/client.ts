import createClient from "openapi-fetch";
import { Problem, problemOf } from "./problem";
import type { components, paths } from "./schema";

/** The server's interface, typed by api/openapi.yaml. */
export const api = createClient<paths>({
  baseUrl: `${location.origin}/api`,
  fetch: (request) => fetch(request),
});

let version: string | undefined;
const watchers = new Set<() => void>();

/** Tells when the server has become another version than the one this page was loaded with. */
export function onNewVersion(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

api.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("Frist-Request", "1");
    return request;
  },
  onResponse({ response }) {
    const now = response.headers.get("Frist-Version");
    if (now && version && now !== version) for (const tell of watchers) tell();
    version = version ?? now ?? undefined;
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's value, or the server's problem thrown as it is. */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { value } = await answerWithTag(asked);
  return value;
}

/** What long work answers that was not asked for as a job (Prefer: respond-async). */
export async function answerAtOnce<T>(asked: Promise<Answer<T | components["schemas"]["Job"]>>): Promise<T> {
  return (await answer(asked)) as T;
}

/** The same with the ETag, which a change gives back as If-Match, and all that stands beside the answer. */
export async function answerWithTag<T>(
  asked: Promise<Answer<T>>,
): Promise<{ value: T; etag: string | undefined; headers: Headers }> {
  let got: Answer<T>;
  try {
    got = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem({ code: "server.silent", status: 0, title: "", type: "about:blank" });
  }
  if (!got.response.ok) throw problemOf(got.error, got.response.status);
  const { headers } = got.response;
  return { value: got.data as T, etag: headers.get("ETag") ?? undefined, headers };
}
