import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api } from "~/api/client";
import { asProblem } from "~/api/problem";
import type { components } from "~/api/schema";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { WaitingRows } from "~/ui/Skeleton";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import css from "../page/Settings.module.css";

type Page = components["schemas"]["ActList"];
type Row = Page["rows"][number];

/** Who did what and when, newest first. */
export function ActLog() {
  const t = useT();
  const f = useF();
  const log = useInfiniteQuery({
    queryKey: ["log"],
    queryFn: ({ pageParam }) =>
      answer<Page>(api.GET("/log", { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (log.error && !log.data) return <Failure problem={asProblem(log.error)} again={log.refetch} />;
  if (!log.data) return <WaitingRows rows={10} />;
  const rows = log.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty title={t("acts-log.none")} />;
  const columns: Column<Row>[] = [
    { id: "at", head: t("acts-log.at"), cell: (row) => f.moment(row.at) },
    {
      id: "who",
      head: t("acts-log.who"),
      cell: (row) => row.person ?? (row.key && t("acts-log.key", { key: row.key })),
    },
    { id: "what", head: t("acts-log.what"), cell: (row) => <code>{row.what}</code> },
    { id: "about", head: t("acts-log.about"), cell: (row) => row.about },
    { id: "creditor", head: t("acts-log.creditor"), cell: (row) => row.creditor },
  ];
  return (
    <div className={css.wide}>
      <h2>{t("settings.log")}</h2>
      <div className={css.table}>
        <PlainTable
          caption={t("settings.log")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.number)}
          phone={(row) => (
            <div className={css.card}>
              <span className={css.name}>{row.person ?? row.key}</span>
              <small>{f.moment(row.at)}</small>
              <small>
                {row.what} {row.about}
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
