import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, api } from "~/api/client";
import { useMay } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { components } from "~/api/schema";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconDownload } from "~/ui/icons";
import { ProblemNotice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { useTrying } from "~/ui/useTrying";
import css from "../page/Settings.module.css";
import { saveLines } from "./sheet";
import { aboutOf, actWords } from "./words";

type Page = components["schemas"]["ActList"];
type Row = Page["rows"][number];

const fetchLog = (limit: number, cursor: string | undefined) =>
  answer<Page>(api.GET("/log", { params: { query: { limit, ...(cursor ? { cursor } : {}) } } }));

/** Every line there is, page after page. */
async function fetchAll(): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await fetchLog(200, cursor);
    rows.push(...page.rows);
    if (!page.next) return rows;
    cursor = page.next;
  }
}

/** Who did what and when, newest first. */
export function ActLog() {
  const t = useT();
  const f = useF();
  const exports = useMay("export_data");
  const saving = useTrying();
  const log = useInfiniteQuery({
    queryKey: ["log"],
    queryFn: ({ pageParam }) => fetchLog(50, pageParam || undefined),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (log.error && !log.data) return <Failure problem={asProblem(log.error)} again={log.refetch} />;
  if (!log.data) return <WaitingRows rows={10} />;
  const rows = log.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty title={t("acts-log.none")} />;
  const who = (row: Row) => row.person ?? (row.key ? t("acts-log.key", { key: row.key }) : "");
  const what = (row: Row) => {
    const words = actWords(row.what);
    return words ? t(words) : row.what;
  };
  const named = (row: Row) => aboutOf(row.about).map(({ text, n }) => t(text, { n }));
  const about = (row: Row) => (
    <span className={css.abouts}>
      {aboutOf(row.about).map(({ text, n, to }) =>
        to && row.creditor ? (
          <Link key={text} to={`/${row.creditor}/${to}`}>
            {t(text, { n })}
          </Link>
        ) : (
          <span key={text}>{t(text, { n })}</span>
        ),
      )}
    </span>
  );
  const columns: Column<Row>[] = [
    { id: "at", head: t("acts-log.at"), value: (row) => f.moment(row.at), cell: (row) => f.moment(row.at) },
    { id: "who", head: t("acts-log.who"), value: who, cell: who },
    { id: "what", head: t("acts-log.what"), value: what, cell: what },
    {
      id: "about",
      head: t("acts-log.about"),
      value: (row) => named(row).join(", "),
      cell: about,
    },
    {
      id: "creditor",
      head: t("acts-log.creditor"),
      value: (row) => row.creditor ?? "",
      cell: (row) => row.creditor,
    },
  ];
  const save = async () => {
    const lines = (await fetchAll()).map((row) => columns.map((column) => String(column.value?.(row) ?? "")));
    const name = `${t("settings.log").toLowerCase().replaceAll(" ", "-")}-${f.today}.csv`;
    saveLines(name, [columns.map((column) => column.head), ...lines], f.language === "en" ? "," : ";");
  };
  return (
    <div className={css.wide}>
      <div className={css.titled}>
        <h2>{t("settings.log")}</h2>
        {exports && (
          <Button icon={IconDownload} busy={saving.busy} onPress={() => saving.run(save)}>
            {t("cases.export")}
          </Button>
        )}
      </div>
      {saving.problem && <ProblemNotice problem={saving.problem} />}
      <div className={css.table}>
        <PlainTable
          caption={t("settings.log")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.number)}
          phone={(row) => (
            <div className={css.card}>
              <span className={css.name}>{who(row)}</span>
              <small>{f.moment(row.at)}</small>
              <small>
                {what(row)} {about(row)}
              </small>
            </div>
          )}
        />
      </div>
      {log.hasNextPage && (
        <Button onPress={() => log.fetchNextPage()} busy={log.isFetchingNextPage}>
          {t("acts-log.more")}
        </Button>
      )}
    </div>
  );
}
