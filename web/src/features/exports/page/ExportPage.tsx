import { useQueryClient } from "@tanstack/react-query";
import { type ComponentType, lazy, type ReactNode, Suspense, useRef } from "react";
import { useJob } from "~/api/jobs";
import { useMay, useMe, useOrg } from "~/api/me";
import { type Problem, problemOf } from "~/api/problem";
import { useT } from "~/text/texts";
import { useWords } from "~/ui/list";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tabs } from "~/ui/Tabs";
import { type CaseExport, startExport, useFiles, useSaved } from "../api/exports";
import { runOf } from "../wish";
import css from "./Export.module.css";
import { Running } from "./Running";

const WizardTab = lazy(async () => ({ default: (await import("../wizard/WizardTab")).WizardTab }));
const SavedTab = lazy(async () => ({ default: (await import("../saved/SavedTab")).SavedTab }));
const FilesTab = lazy(async () => ({ default: (await import("../files/FilesTab")).FilesTab }));

/** What every tab stands in. */
export interface Frame {
  title: string;
  tabs: ReactNode;
  /** The file that is being made, or has just been. */
  running: ReactNode;
  /** The address of a tab. */
  to: (tab: Tab) => string;
  /** Why the file that was asked for last was not made. */
  problem: Problem | undefined;
  /** Begins the work; the file comes when it is done. */
  run: (ask: CaseExport) => Promise<void>;
}

/** With whom one may export: by organisation number, the page's own first. */
export function useExportable(): { org_number: string; name: string }[] {
  const org = useOrg();
  const creditors = useMe()?.creditors ?? [];
  const here = creditors.filter((one) => one.org_number === org);
  // Invented cases stand alone.
  if (here[0]?.practice_today) return here;
  const others = creditors.filter(
    (one) => one.org_number !== org && !one.practice_today && one.rights.includes("export_data"),
  );
  return [...here, ...others];
}

/** What stays in the address from tab to tab: the work that goes on, and what has been chosen. */
const lasting = ["jobb", "hos", "for", "saker", "status", "dato", "naar", "fra", "til", "navn"];
const tabs = { fresh: undefined, saved: "lagrede", files: "filer" } as const;
export type Tab = keyof typeof tabs;
const bodies: Record<Tab, ComponentType<{ frame: Frame }>> = { fresh: WizardTab, saved: SavedTab, files: FilesTab };

/** Cases as a file: chosen here and now, saved to be made again, and what was made by itself. */
export function ExportPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("export_data");
  const queries = useQueryClient();
  const exportable = useExportable();
  const { words, change } = useWords();
  const counts: Record<Tab, number | undefined> = {
    fresh: undefined,
    saved: useSaved().data?.length,
    files: useFiles().data?.length,
  };
  const names = Object.keys(tabs) as Tab[];
  const here = names.find((name) => tabs[name] === words.get("fane")) ?? "fresh";
  const number = words.get("jobb") ? Number(words.get("jobb")) : undefined;
  const creditor = words.get("hos") ?? org;
  const job = useJob(creditor, number).data;
  const begun = useRef<number>(undefined);
  if (!may)
    return (
      <Page title={t("nav.export")} narrow>
        <Notice tone="plain">{t("exports.read-only")}</Notice>
      </Page>
    );
  const Body = bodies[here];
  const to = (tab: Tab) => {
    const next = new URLSearchParams([...words].filter(([name]) => lasting.includes(name)));
    if (tabs[tab]) next.set("fane", tabs[tab]);
    return `?${next}`;
  };
  const frame: Frame = {
    title: t("nav.export"),
    tabs: (
      <Tabs
        name={t("nav.export")}
        tabs={names.map((name) => ({
          to: to(name),
          text: t(`exports.tab.${name}`),
          count: counts[name],
          here: name === here,
        }))}
      />
    ),
    to,
    running: number !== undefined && (
      <Running
        key={number}
        creditor={creditor}
        job={number}
        mine={begun.current === number}
        onClose={() => change({ jobb: undefined, hos: undefined })}
      />
    ),
    problem: job?.state === "failed" ? problemOf(job.answer, job.status ?? 0) : undefined,
    run: async (ask) => {
      const wanted = runOf(
        ask,
        org,
        exportable.map((one) => one.org_number),
      );
      const made = await startExport(wanted.creditor, wanted.ask);
      begun.current = made;
      change({ jobb: String(made), hos: wanted.creditor === org ? undefined : wanted.creditor });
      await queries.invalidateQueries({ queryKey: ["jobs"] });
    },
  };
  return (
    <Suspense
      fallback={
        <Page title={frame.title} tabs={frame.tabs} foot={frame.running}>
          <div className={css.body}>
            <WaitingRows rows={6} />
          </div>
        </Page>
      }
    >
      <Body frame={frame} />
    </Suspense>
  );
}
