import { useQuery } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "~/api/client";
import type { components } from "~/api/schema";

type Schemas = components["schemas"];
export type SettingRow = Schemas["SettingRows"]["rows"][number];
export type SettingValue = Schemas["SettingValue"];
export type SettingsTaken = Schemas["SettingsTaken"];

/** Every variable of the creditor: its value, what a new creditor has, and who set it when. */
export function useSettingRows(org: string) {
  return useQuery({
    queryKey: ["all-settings", org],
    queryFn: async () =>
      (
        await answer<Schemas["SettingRows"]>(
          api.GET("/creditors/{creditor}/settings", { params: { path: { creditor: org } } }),
        )
      ).rows,
  });
}

/** All of them as the file that carries them, with the tag that a change gives back. */
export const fetchFile = (org: string) =>
  answerWithTag<Schemas["SettingsFile"]>(
    api.GET("/creditors/{creditor}/settings/file", { params: { path: { creditor: org } } }),
  );

interface Wish {
  /** The file as it was chosen: the server reads it and finds its mistakes. */
  words: string;
  company: boolean;
}

const put = (org: string, { words, company }: Wish, check: boolean, etag?: string) =>
  answer<SettingsTaken>(
    api.PUT("/creditors/{creditor}/settings/file", {
      params: { path: { creditor: org }, query: { check, company }, header: etag ? { "If-Match": etag } : {} },
      headers: { "Content-Type": "application/json" },
      body: words as unknown as Schemas["SettingsFile"],
      bodySerializer: (body: unknown) => body as string,
    }),
  );

/** What the file would change, and its mistakes; nothing is kept. */
export const checkFile = (org: string, wish: Wish) => put(org, wish, true);
/** All that the file says, or nothing; nothing either when somebody changed something since the tag was given. */
export const takeSettings = (org: string, wish: Wish, etag: string | undefined) => put(org, wish, false, etag);
