import type { components } from "./schema";

export type ProblemBody = components["schemas"]["Problem"];

/** What the server says is wrong: a stable code, perhaps the field, and in words what it is and what to do. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly field: string | undefined;
  readonly detail: string | undefined;
  readonly remedy: string | undefined;
  readonly errors: NonNullable<ProblemBody["errors"]>;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.code = body.code;
    this.status = body.status;
    this.field = body.field || undefined;
    this.detail = body.detail || body.title || undefined;
    this.remedy = body.remedy || undefined;
    this.errors = body.errors ?? [];
  }
}

/** The problem in an answer; a proxy's page or nothing at all counts as a server that is silent. */
export function problemOf(body: unknown, status: number): Problem {
  if (typeof body === "object" && body !== null && "code" in body) return new Problem(body as ProblemBody);
  return new Problem({ code: "server.silent", status, title: "", type: "about:blank" });
}

/** What was thrown, as a problem. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : problemOf(undefined, 0);
}
