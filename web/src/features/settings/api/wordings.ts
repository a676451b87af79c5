import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "~/api/client";
import type { components, paths } from "~/api/schema";

type Schemas = components["schemas"];
export type Wording = Schemas["Wording"];
export type Clarity = Schemas["Clarity"];
export type WordingRow = Schemas["WordingList"]["rows"][number];
export type LetterKind = components["parameters"]["LetterKind"];
export type LetterLanguage = components["parameters"]["LetterLanguage"];
export type WordingCheck =
  paths["/creditors/{creditor}/texts/{kind}/{language}/check"]["post"]["responses"][200]["content"]["application/json"];

/** A letter in a language. */
export interface Which {
  kind: LetterKind;
  language: LetterLanguage;
}

/** A wording with the tag that a change gives back. */
export interface Tagged {
  value: Wording;
  etag: string | undefined;
}

const pathOf = (org: string, which: Which) => ({ creditor: org, ...which });
const one = "/creditors/{creditor}/texts/{kind}/{language}";

/** Every wording: whose it is, and how plain. */
export function useWordings(org: string) {
  return useQuery({
    queryKey: ["wordings", org],
    queryFn: async () =>
      (
        await answer<Schemas["WordingList"]>(
          api.GET("/creditors/{creditor}/texts", { params: { path: { creditor: org } } }),
        )
      ).rows,
  });
}

/** A wording as it is stored now. */
export function fetchWording(org: string, which: Which): Promise<Tagged> {
  return answerWithTag<Wording>(api.GET(one, { params: { path: pathOf(org, which) } }));
}

/** The wording as it was when the page was opened: what is being written is not changed under one's hands. */
export function useWording(org: string, which: Which) {
  return useQuery({
    queryKey: ["wording", org, which],
    queryFn: () => fetchWording(org, which),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** What the law says to a text, and how plain it is; nothing is kept. The last answer stands until the next is here. */
export function useWordingCheck(org: string, which: Which, text: string) {
  return useQuery({
    queryKey: ["wording-check", org, which, text],
    queryFn: ({ signal }) =>
      answer<WordingCheck>(api.POST(`${one}/check`, { params: { path: pathOf(org, which) }, body: { text }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

/** Letters that are written from now on have this text. */
export function keepWording(org: string, which: Which, text: string, reason: string, etag: string | undefined) {
  const params = { path: pathOf(org, which), header: etag ? { "If-Match": etag } : {} };
  return answerWithTag<Wording>(api.PUT(one, { params, body: { text, ...(reason ? { reason } : {}) } }));
}

/** Letters that are written from now on have our text. */
export function dropWording(org: string, which: Which, etag: string | undefined): Promise<Tagged> {
  const params = { path: pathOf(org, which), header: etag ? { "If-Match": etag } : {} };
  return answerWithTag<Wording>(api.DELETE(one, { params }));
}

/** The letter with invented facts, in this text. */
export function previewWording(org: string, which: Which, text: string): Promise<Blob> {
  return answer<Blob>(
    api.POST(`${one}/preview`, { params: { path: pathOf(org, which) }, body: { text }, parseAs: "blob" }) as Promise<{
      data?: Blob;
      error?: unknown;
      response: Response;
    }>,
  );
}

/** The list is asked for anew. */
export function useWordingsMoved(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["wordings"] });
}
