import { Fragment, lazy, Suspense, useRef, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Checks } from "~/ui/Checks";
import { Empty, Failure } from "~/ui/Empty";
import { IconDownload, IconUpload } from "~/ui/icons";
import { TableFile } from "~/ui/list/TableFile";
import { useWords } from "~/ui/list/useWords";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { SearchField } from "~/ui/SearchField";
import { WaitingRows } from "~/ui/Skeleton";
import { saveFile } from "~/ui/saveFile";
import type { Column } from "~/ui/table/types";
import { useShortcuts } from "~/ui/useShortcut";
import { fetchFile, type SettingRow, useSettingRows } from "../api/allSettings";
import settings from "../page/Settings.module.css";
import css from "./AllSettings.module.css";
import { groupOf, groups } from "./groups";
import { SettingsTable } from "./SettingsTable";
import { useMeaning } from "./useMeaning";
import { useValueWords } from "./useValueWords";

const FileDialog = lazy(async () => ({ default: (await import("./FileDialog")).FileDialog }));

/** Whether it is another than a new creditor's; a course of one's own always is. */
const isOwn = (row: SettingRow) => JSON.stringify(row.value) !== JSON.stringify(row.default);

/** Every setting of the creditor, to be searched, and the file that carries them. */
export function AllSettings() {
  const t = useT();
  const org = useOrg();
  const may = useMay("manage_creditor");
  const search = useRef<HTMLInputElement>(null);
  const { words, change } = useWords();
  const meaning = useMeaning();
  const say = useValueWords();
  const { data, error, refetch } = useSettingRows(org);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useShortcuts({ "/": () => search.current?.focus() });
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data || !meaning) return <WaitingRows rows={12} />;

  const typed = words.get("sok") ?? "";
  const only = words.get("vis") === "egne";
  const meaningOf = (row: SettingRow) => meaning(row.name, row.means);
  const sought = typed.toLowerCase();
  const fits = (row: SettingRow) =>
    (!only || isOwn(row)) &&
    [
      row.name,
      meaningOf(row).text,
      t(`all.group.${groupOf(row.name)}`),
      say(row.value, row.name),
      JSON.stringify(row.value),
    ].some((one) => one.toLowerCase().includes(sought));
  const rows = data.filter(fits);
  const filed: Column<SettingRow>[] = [
    {
      id: "group",
      head: t("all.file.group"),
      value: (row) => t(`all.group.${groupOf(row.name)}`),
      cell: () => null,
    },
    { id: "setting", head: t("all.setting"), value: (row) => meaningOf(row).text, cell: () => null },
    { id: "name", head: t("all.file.name"), value: (row) => row.name, cell: () => null },
    { id: "value", head: t("all.value"), value: (row) => say(row.value, row.name), cell: () => null },
    { id: "default", head: t("all.default"), value: (row) => say(row.default, row.name), cell: () => null },
    { id: "changed", head: t("all.changed"), kind: "day", value: (row) => row.set_on ?? "", cell: () => null },
    { id: "by", head: t("all.file.by"), value: (row) => row.set_by ?? "", cell: () => null },
  ];
  const narrowed = [
    ...(typed ? [{ name: t("all.search"), value: typed }] : []),
    ...(only ? [{ name: t("all.only"), value: t("common.yes") }] : []),
  ];
  const download = async () => {
    setProblem(undefined);
    try {
      const { value } = await fetchFile(org);
      saveFile(`frist-${org}.json`, new Blob([JSON.stringify(value, null, 2), "\n"], { type: "application/json" }));
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <div className={settings.wide}>
      <div className={settings.head}>
        <h2>{t("settings.all")}</h2>
        <div className={css.acts}>
          <Button icon={IconDownload} onPress={download}>
            {t("all.download")}
          </Button>
          {may && (
            <Button kind="primary" icon={IconUpload} onPress={() => setReading(true)}>
              {t("settings-file.read")}
            </Button>
          )}
        </div>
      </div>
      <p className={settings.lead}>{t("all.text")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {!may && <Notice tone="plain">{t("settings-file.why")}</Notice>}
      <div className={css.tools}>
        <SearchField
          ref={search}
          label={t("all.search")}
          value={typed}
          onSearch={(text) => change({ sok: text || undefined })}
        />
        <Checks
          label={t("all.only")}
          options={[{ value: "egne", label: t("all.only") }]}
          picked={only ? ["egne"] : []}
          onPick={(picked) => change({ vis: picked[0] })}
        />
        <span className={css.count} role="status">
          {t("all.found", { n: rows.length })}
        </span>
        <TableFile title={t("settings.all")} columns={filed} rows={rows} narrowed={narrowed} />
      </div>
      {rows.length === 0 && (
        <Empty
          title={t(typed ? "all.none" : "all.none.changed")}
          acts={
            <>
              {typed && <Button onPress={() => change({ sok: undefined })}>{t("search.clear")}</Button>}
              {only && <Button onPress={() => change({ vis: undefined })}>{t("all.only.clear")}</Button>}
            </>
          }
        />
      )}
      {groups.map((group) => {
        const inside = rows.filter((row) => groupOf(row.name) === group);
        const title = t(`all.group.${group}`);
        return (
          inside.length > 0 && (
            <Fragment key={group}>
              <h2>{title}</h2>
              <div className={settings.table}>
                <SettingsTable caption={title} rows={inside} meaningOf={meaningOf} isOwn={isOwn} />
              </div>
            </Fragment>
          )
        );
      })}
      <Suspense fallback={null}>
        {reading && <FileDialog rows={data} meaning={meaning} onClose={() => setReading(false)} />}
      </Suspense>
    </div>
  );
}
