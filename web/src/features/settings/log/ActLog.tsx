import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { asProblem } from "~/api/problem";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { useWords } from "~/ui/list";
import { HeldTools } from "~/ui/list/HeldTools";
import { NoneHeld } from "~/ui/list/NoneHeld";
import { SmallForm } from "~/ui/list/SmallForm";
import { type Narrowing, useHeld } from "~/ui/list/useHeld";
import { Pill } from "~/ui/Pill";
import { Progress } from "~/ui/Progress";
import { WaitingRows } from "~/ui/Skeleton";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { type ActRow, fetchLog, fetchLogSince } from "../api/log";
import css from "../page/Settings.module.css";
import { aboutOf, actWords } from "./words";

const narrowing = ["sok", "hva", "hvem", "kreditor", "fra"] as const;

/** Who did what and when, newest first. What narrows it looks at the whole log, not at what is shown. */
export function ActLog() {
  const t = useT();
  const { words } = useWords();
  const since = words.get("fra") ?? undefined;
  const narrowed = narrowing.some((name) => words.get(name));
  const log = useInfiniteQuery({
    queryKey: ["log"],
    queryFn: ({ pageParam }) => fetchLog(50, pageParam || undefined),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const whole = useQuery({
    queryKey: ["log", "since", since],
    queryFn: () => fetchLogSince(since),
    enabled: narrowed && (log.hasNextPage || since !== undefined),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const first = useMemo(() => log.data?.pages.flatMap((page) => page.rows), [log.data]);
  const problem = log.error && !log.data ? log.error : whole.error;
  if (problem) return <Failure problem={asProblem(problem)} again={() => void (whole.error ? whole : log).refetch()} />;
  if (!first) return <WaitingRows rows={10} />;
  if (first.length === 0) return <Empty title={t("acts-log.none")} />;
  return (
    <div className={css.wide}>
      <h2>{t("settings.log")}</h2>
      {narrowed && whole.isFetching && <Progress label={t("acts-log.reading")} done={0} />}
      <Rows rows={narrowed ? (whole.data ?? first) : first} more={log.hasNextPage} />
      {log.hasNextPage && !narrowed && (
        <Button onPress={() => log.fetchNextPage()} busy={log.isFetchingNextPage}>
          {t("acts-log.more")}
        </Button>
      )}
    </div>
  );
}

function Rows({ rows, more }: { rows: ActRow[]; more: boolean }) {
  const t = useT();
  const f = useF();
  const { words, change } = useWords();
  const [wrong, setWrong] = useState(false);
  const since = words.get("fra") ?? undefined;
  const who = (row: ActRow) => row.person ?? (row.key ? t("acts-log.key", { key: row.key }) : "");
  const named = (what: string) => {
    const id = actWords(what);
    return id ? t(id) : what;
  };
  const about = (row: ActRow) => (
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
  const columns: Column<ActRow>[] = [
    {
      id: "at",
      head: t("acts-log.at"),
      order: (row) => row.at,
      value: (row) => f.moment(row.at),
      cell: (row) => f.moment(row.at),
    },
    {
      id: "day",
      head: t("acts-log.day"),
      kind: "day",
      filed: true,
      value: (row) => row.at.slice(0, 10),
      cell: () => null,
    },
    { id: "who", head: t("acts-log.who"), value: who, cell: who },
    { id: "what", head: t("acts-log.what"), value: (row) => named(row.what), cell: (row) => named(row.what) },
    {
      id: "about",
      head: t("acts-log.about"),
      value: (row) =>
        aboutOf(row.about)
          .map(({ text, n }) => t(text, { n }))
          .join(", "),
      cell: about,
    },
    {
      id: "creditor",
      head: t("acts-log.creditor"),
      value: (row) => row.creditor ?? "",
      cell: (row) => row.creditor,
    },
  ];
  const pills: Narrowing<ActRow>[] = [
    { word: "hvem", name: t("acts-log.who"), of: who },
    { word: "hva", name: t("acts-log.what"), of: (row) => row.what, say: named },
    { word: "kreditor", name: t("acts-log.creditor"), of: (row) => row.creditor ?? "" },
  ];
  const held = useHeld({ id: "log", columns, rows, pills });
  return (
    <div className={css.table}>
      <HeldTools
        title={t("settings.log")}
        held={held}
        search={t("acts-log.search")}
        {...(more ? { whole: () => fetchLogSince(since), counts: false } : {})}
      >
        <Pill
          name={t("acts-log.since")}
          value={since && `≥ ${f.day(since)}`}
          onClear={() => change({ fra: undefined })}
        >
          {(close) => (
            <SmallForm
              label={t("acts-log.since.day")}
              first={since ? f.day(since) : ""}
              fault={wrong ? t("fault.day") : undefined}
              onSet={(typed) => {
                const day = readDay(typed, f.today);
                setWrong(!day);
                if (!day) return;
                change({ fra: day });
                close();
              }}
            />
          )}
        </Pill>
      </HeldTools>
      {held.rows.length === 0 ? (
        <NoneHeld held={held} />
      ) : (
        <PlainTable
          caption={t("settings.log")}
          columns={held.columns}
          sorting={held.sorting}
          rows={held.rows}
          keyOf={(row) => String(row.number)}
          phone={(row) => (
            <div className={css.card}>
              <span className={css.name}>{who(row)}</span>
              <small>{f.moment(row.at)}</small>
              <small>
                {named(row.what)} {about(row)}
              </small>
            </div>
          )}
        />
      )}
    </div>
  );
}
