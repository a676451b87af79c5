import { lazy, Suspense, useState } from "react";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconDownload } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { saveFile } from "~/ui/saveFile";
import { Tag } from "~/ui/Tag";
import type { Column } from "~/ui/table/types";
import { useTrying } from "~/ui/useTrying";
import { type ExportFile, fileMade, useFiles } from "../api/exports";
import css from "../page/Export.module.css";
import type { Frame } from "../page/ExportPage";
import { useSays } from "../says";

const FailedDialog = lazy(() => import("~/ui/FailedDialog"));

/** Files that were made by themselves, the newest first, each as long as it is kept; or why there is none. */
export function FilesTab({ frame }: { frame: Frame }) {
  const t = useT();
  const f = useF();
  const say = useSays();
  const told = useTold();
  const files = useFiles();
  const trying = useTrying();
  const [busy, setBusy] = useState<number>();
  const rows = files.data;
  const take = async (row: ExportFile) => {
    setBusy(row.file);
    await trying.run(async () => saveFile(row.name, await fileMade(row.file)));
    setBusy(undefined);
  };
  const why = ({ code, message }: ExportFile) => {
    const { what, remedy } = told({ code: code ?? "", detail: message ?? undefined });
    return [what, remedy].filter(Boolean).join(" ");
  };
  const state = (row: ExportFile) => t(`exports.state.${row.state}`);
  const act = (row: ExportFile) =>
    row.state === "ready" ? (
      <Button
        icon={IconDownload}
        busy={busy === row.file}
        onPress={() => void take(row)}
        label={t("exports.take.of", { name: row.name })}
      >
        {t("exports.take")}
      </Button>
    ) : (
      <Tag quiet tone="bad">
        {state(row)}
      </Tag>
    );
  const name = (row: ExportFile) => (row.export_name && row.state === "ready" ? row.export_name : "");
  const columns: Column<ExportFile>[] = [
    {
      id: "name",
      head: t("exports.file.name"),
      value: (row) => row.name,
      cell: (row) => (
        <span className={css.cell}>
          <b>{row.name}</b>
          <span className={css.told}>{row.state === "failed" ? why(row) : name(row)}</span>
        </span>
      ),
    },
    {
      id: "made",
      head: t("exports.file.made"),
      width: 150,
      value: (row) => f.moment(row.made),
      order: (row) => row.made,
      cell: (row) => <span className="numbers">{f.moment(row.made)}</span>,
    },
    {
      id: "due",
      head: t("exports.file.due"),
      width: 120,
      kind: "day",
      value: (row) => row.due,
      cell: (row) => <span className="numbers">{f.day(row.due)}</span>,
    },
    {
      id: "rows",
      head: t("exports.file.rows"),
      right: true,
      width: 90,
      kind: "whole",
      value: (row) => (row.state === "ready" ? row.rows : ""),
      cell: (row) => (row.state === "ready" ? f.count(row.rows) : ""),
    },
    {
      id: "size",
      head: t("exports.file.size"),
      right: true,
      width: 100,
      value: (row) => (row.state === "ready" ? say.size(row.bytes) : ""),
      order: (row) => String(row.bytes),
      cell: (row) => (row.state === "ready" ? say.size(row.bytes) : ""),
    },
    {
      id: "ends",
      head: t("exports.file.ends"),
      width: 120,
      kind: "day",
      value: (row) => row.ends.slice(0, 10),
      cell: (row) => <span className="numbers">{f.day(row.ends)}</span>,
    },
    { id: "state", head: t("exports.file.state"), value: state, cell: state, filed: true },
    { id: "act", head: t("exports.saved.acts"), right: true, width: 150, cell: act },
  ];
  return (
    <Page title={frame.title} tabs={frame.tabs} foot={frame.running}>
      {!rows ? (
        files.error ? (
          <Failure problem={asProblem(files.error)} again={() => void files.refetch()} />
        ) : (
          <WaitingRows rows={4} />
        )
      ) : rows.length === 0 ? (
        <Empty
          title={t("exports.files.none")}
          acts={<ButtonLink to={frame.to("saved")}>{t("exports.files.saved")}</ButtonLink>}
        >
          {t("exports.files.none.text")}
        </Empty>
      ) : (
        <HeldTable
          id="export-files"
          caption={t("exports.tab.files")}
          title={t("exports.files.title")}
          search={t("exports.files.search")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.file)}
          pills={[
            {
              word: "hvordan",
              name: t("exports.file.state"),
              of: (row) => row.state,
              say: (value) => t(value === "failed" ? "exports.state.failed" : "exports.state.ready"),
            },
          ]}
          phone={(row) => (
            <div className={css.card}>
              <b>{row.name}</b>
              <span>{act(row)}</span>
              <small>
                {row.state === "failed"
                  ? why(row)
                  : t("exports.file.facts", { n: row.rows, size: say.size(row.bytes), day: f.day(row.ends) })}
              </small>
              <small>{f.moment(row.made)}</small>
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
