import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import type { components, operations } from "~/api/schema";
import type { Language } from "~/format/language";

type Schemas = components["schemas"];
export type Definition = Schemas["ReportDefinition"];
export type Report = Schemas["Report"];
export type ReportRow = Report["rows"][number];
export type RowKey = ReportRow["keys"][number];
export type ReportColumn = Schemas["ReportColumn"];
export type Figure = Schemas["ReportFigures"][string];
export type By = Schemas["ReportKey"];
export type Lines = Schemas["ReportLines"];
export type Line = Lines["rows"][number];
export type AllReport = Schemas["ReportOfAll"];
export type Form = NonNullable<NonNullable<operations["reportSheet"]["parameters"]["query"]>["form"]>;

/** What is asked of a report: of which days, as it was known when, parted by what, narrowed to what. */
export type Ask = Omit<NonNullable<operations["report"]["parameters"]["query"]>, "offset" | "limit" | "language">;

/** As many rows as the server answers at once. */
const most = 1000;
/** Asked for anew whenever it is opened, and not only because one looks at the window again: all cases are read for it. */
const fresh = { staleTime: 0, refetchOnWindowFocus: false } as const;
const joined = { array: { style: "form", explode: false } } as const;

/** Which reports there are, in the reader's language. */
export function useReports(org: string, language: Language) {
  return useQuery({
    queryKey: ["reports", org, language],
    queryFn: () =>
      answer<Schemas["Reports"]>(
        api.GET("/creditors/{creditor}/reports", { params: { path: { creditor: org }, query: { language } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface Wish {
  org: string;
  report: string;
  ask: Ask;
  language: Language;
}

/** The rows of a report, a thousand at a time; while others are asked for, the old ones stand. */
export function useReport({ org, report, ask, language }: Wish, wanted = true) {
  return useInfiniteQuery({
    queryKey: ["report", org, report, ask, language],
    queryFn: ({ pageParam }) =>
      answer<Report>(
        api.GET("/creditors/{creditor}/reports/{report}", {
          params: { path: { creditor: org, report }, query: { ...ask, language, offset: pageParam, limit: most } },
          querySerializer: joined,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (last, query) =>
      query?.queryKey[1] === org && query.queryKey[2] === report ? keepPreviousData(last) : undefined,
    enabled: wanted,
    ...fresh,
  });
}

/** The sums of every creditor that the person may see, side by side. */
export function useReportOfAll({ org, report, ask, language }: Wish, wanted: boolean) {
  const { from, to, as_of, status } = ask;
  const query = {
    language,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(as_of ? { as_of } : {}),
    ...(status ? { status } : {}),
  };
  return useQuery({
    queryKey: ["report-of-all", org, report, query],
    queryFn: () =>
      answer<AllReport>(api.GET("/reports/{report}", { params: { path: { report }, query }, querySerializer: joined })),
    placeholderData: keepPreviousData,
    enabled: wanted,
    ...fresh,
  });
}

/** The lines that a figure is the sum of, a hundred at a time. Without a row: of all rows. */
export function useLines({ org, report, ask, language }: Wish, column: string, row: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["report-lines", org, report, ask, language, column, row],
    queryFn: ({ pageParam }) =>
      answer<Lines>(
        api.GET("/creditors/{creditor}/reports/{report}/lines", {
          params: {
            path: { creditor: org, report },
            query: { ...ask, language, column, ...(row ? { row } : {}), ...(pageParam ? { after: pageParam } : {}) },
          },
          querySerializer: joined,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    ...fresh,
  });
}

/** The whole table as a file. */
export function fetchReportFile({ org, report, ask, language }: Wish, form: Form): Promise<Blob> {
  return answer<Blob>(
    api.GET("/creditors/{creditor}/reports/{report}/sheet", {
      params: { path: { creditor: org, report }, query: { ...ask, language, form } },
      querySerializer: joined,
      parseAs: "blob",
    }) as never,
  );
}
