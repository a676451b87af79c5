import { answer, api } from "~/api/client";
import type { components } from "~/api/schema";

type Page = components["schemas"]["ActList"];
export type ActRow = Page["rows"][number];

/** What a file of a table can hold at most. */
const most = 20_000;

/** The acts from a place on, newest first. */
export const fetchLog = (limit: number, cursor: string | undefined) =>
  answer<Page>(api.GET("/log", { params: { query: { limit, ...(cursor ? { cursor } : {}) } } }));

/** Every act since a day, or since the first, page after page; the newest 20 000 when there are more. */
export async function fetchLogSince(since: string | undefined): Promise<ActRow[]> {
  const rows: ActRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await fetchLog(200, cursor);
    const fresh = since ? page.rows.filter((row) => row.at.slice(0, 10) >= since) : page.rows;
    rows.push(...fresh);
    if (!page.next || fresh.length < page.rows.length || rows.length >= most) return rows.slice(0, most);
    cursor = page.next;
  }
}
