import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "./client";
import { intent } from "./key";
import { useMe } from "./me";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Note = Schemas["Note"];
type List = Schemas["NoteList"];

/** Where notes stand is asked for anew: lists of notes, and the timeline of cases. */
export const notesMoved = (queries: QueryClient) =>
  Promise.all(["notes", "case"].map((name) => queries.invalidateQueries({ queryKey: [name] })));

/** What a note is about: a case with its debtor, or a debtor with all its cases. */
export type About = { case: number } | { debtor: number };

const path = (creditor: string, about: About) =>
  "case" in about ? { creditor, case: about.case } : { creditor, debtor: about.debtor };
export const notesKey = (org: string, about: About) => ["notes", org, about] as const;

/** Notes, oldest first. */
export function useNotes(org: string, about: About) {
  return useQuery({
    queryKey: notesKey(org, about),
    queryFn: async () => {
      const asked =
        "case" in about
          ? api.GET("/creditors/{creditor}/cases/{case}/notes", { params: { path: path(org, about) as never } })
          : api.GET("/creditors/{creditor}/debtors/{debtor}/notes", { params: { path: path(org, about) as never } });
      return (await answer<List>(asked)).rows;
    },
  });
}

/** A note is shown at once; when the server says no, the old list is back and the fault is thrown. */
export function useAddNote(org: string, about: About) {
  const queries = useQueryClient();
  const me = useMe();
  const key = notesKey(org, about);
  return useMutation({
    mutationFn: (text: string) => {
      const params = { path: path(org, about) as never, header: { "Idempotency-Key": intent() } };
      return answer<Note>(
        "case" in about
          ? api.POST("/creditors/{creditor}/cases/{case}/notes", { params, body: { text } })
          : api.POST("/creditors/{creditor}/debtors/{debtor}/notes", { params, body: { text } }),
      );
    },
    onMutate: async (text) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<Note[]>(key);
      const shown: Note = {
        note: 0,
        debtor: "debtor" in about ? about.debtor : 0,
        case: "case" in about ? about.case : null,
        at: "",
        by: me?.name ?? null,
        person: me?.person ?? 0,
        text,
        struck: null,
      };
      queries.setQueryData<Note[]>(key, [...(before ?? []), shown]);
      return { before };
    },
    onError: (_error, _text, kept) => queries.setQueryData(key, kept?.before),
    onSettled: () => notesMoved(queries),
  });
}

/** The words of a note go; that it was struck stays. */
export function strikeNote(org: string, note: number): Promise<unknown> {
  return answer(api.DELETE("/creditors/{creditor}/notes/{note}", { params: { path: { creditor: org, note } } }));
}
