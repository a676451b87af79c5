import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconDownload } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tag } from "~/ui/Tag";
import { useDone } from "~/ui/Toasts";
import type { Column } from "~/ui/table/types";
import { useTrying } from "~/ui/useTrying";
import { dropExport, type Saved, saveExport, useExportColumns, useSaved } from "../api/exports";
import css from "../page/Export.module.css";
import type { Frame } from "../page/ExportPage";
import { useSays } from "../says";

const FailedDialog = lazy(() => import("~/ui/FailedDialog"));

/** The person's own exports: what each asks, when it is made by itself, and again now by one press. */
export function SavedTab({ frame }: { frame: Frame }) {
  const t = useT();
  const f = useF();
  const say = useSays();
  const done = useDone();
  const queries = useQueryClient();
  const saved = useSaved();
  const all = useExportColumns(f.language).data?.length ?? 0;
  const trying = useTrying();
  const [busy, setBusy] = useState<number>();
  const rows = saved.data;
  const renew = () => queries.invalidateQueries({ queryKey: ["exports"] });
  const run = async (row: Saved) => {
    setBusy(row.export);
    await trying.run(() => frame.run(row.ask));
    setBusy(undefined);
  };
  const drop = (row: Saved) =>
    trying.run(async () => {
      await dropExport(row.export);
      await renew();
      const { name, ask, schedule } = row;
      done({
        text: t("exports.dropped", { name }),
        undo: async () => {
          await saveExport({ name, ask, schedule });
          await renew();
        },
      });
    });
  const last = (row: Saved) =>
    row.last === null ? (
      t("exports.last.never")
    ) : row.last.state === "failed" ? (
      <Tag quiet tone="bad">
        {t("exports.last.failed", { day: f.short(row.last.due) })}
      </Tag>
    ) : (
      <Tag quiet tone="good">
        {t("exports.last.ready", { day: f.short(row.last.due) })}
      </Tag>
    );
  const next = (row: Saved) => (row.next ? f.weekday(row.next) : "");
  const told = (row: Saved) => `${say.cases(row.ask)} ${say.file(row.ask, all)}`;
  const acts = (row: Saved) => (
    <span className={css.acts}>
      <Button
        icon={IconDownload}
        busy={busy === row.export}
        onPress={() => void run(row)}
        label={t("exports.now.of", { name: row.name })}
      >
        {t("exports.now")}
      </Button>
      <ButtonLink kind="text" to={`?endre=${row.export}`} label={t("exports.change.of", { name: row.name })}>
        {t("exports.change")}
      </ButtonLink>
      <Button kind="text" onPress={() => void drop(row)} label={t("exports.drop.of", { name: row.name })}>
        {t("exports.drop")}
      </Button>
    </span>
  );
  const columns: Column<Saved>[] = [
    {
      id: "name",
      head: t("exports.saved.name"),
      value: (row) => row.name,
      cell: (row) => (
        <span className={css.cell}>
          <b>{row.name}</b>
          <span className={css.told}>{told(row)}</span>
        </span>
      ),
    },
    { id: "asks", head: t("exports.saved.asks"), value: told, cell: told, filed: true },
    {
      id: "every",
      head: t("exports.saved.every"),
      width: 150,
      value: (row) => say.schedule(row.schedule),
      cell: (row) => say.schedule(row.schedule),
    },
    {
      id: "next",
      head: t("exports.saved.next"),
      width: 150,
      kind: "day",
      value: (row) => row.next ?? "",
      cell: next,
    },
    {
      id: "last",
      head: t("exports.saved.last"),
      width: 140,
      kind: "day",
      value: (row) => row.last?.due ?? "",
      cell: last,
    },
    { id: "act", head: t("exports.saved.acts"), right: true, width: 290, cell: acts },
  ];
  return (
    <Page title={frame.title} tabs={frame.tabs} foot={frame.running}>
      {!rows ? (
        saved.error ? (
          <Failure problem={asProblem(saved.error)} again={() => void saved.refetch()} />
        ) : (
          <WaitingRows rows={4} />
        )
      ) : rows.length === 0 ? (
        <Empty
          title={t("exports.saved.none")}
          acts={<ButtonLink to={frame.to("fresh")}>{t("exports.fresh")}</ButtonLink>}
        >
          {t("exports.saved.none.text")}
        </Empty>
      ) : (
        <HeldTable
          id="exports"
          caption={t("exports.tab.saved")}
          title={t("exports.saved.title")}
          search={t("exports.saved.search")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.export)}
          phone={(row) => (
            <div className={css.card}>
              <b>{row.name}</b>
              {last(row)}
              <small>{told(row)}</small>
              <small>
                {say.schedule(row.schedule)}
                {row.next && `, ${t("exports.next", { day: next(row) })}`}
              </small>
              {acts(row)}
            </div>
          )}
        />
      )}
      <Suspense fallback={null}>
        {trying.problem && (
          <FailedDialog title={t("exports.failed")} problem={trying.problem} onClose={trying.forget} />
        )}
      </Suspense>
    </Page>
  );
}
