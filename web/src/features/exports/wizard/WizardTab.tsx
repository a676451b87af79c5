import { asProblem } from "~/api/problem";
import { useSetting } from "~/api/settings";
import { useF } from "~/text/format";
import { Failure } from "~/ui/Empty";
import { useWords } from "~/ui/list";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { useExportColumns, useSaved } from "../api/exports";
import css from "../page/Export.module.css";
import type { Frame } from "../page/ExportPage";
import { type Kept, nothing, Wizard } from "./Wizard";

/** The choices, when what they begin with is here: the columns there are, one's own choice of them, the saved export. */
export function WizardTab({ frame }: { frame: Frame }) {
  const { language } = useF();
  const { words } = useWords();
  const kept = useSetting<Kept>("export-choice", nothing);
  const columns = useExportColumns(language);
  const saved = useSaved();
  const changing = Number(words.get("endre") ?? 0);
  const fault = columns.error ?? (changing ? saved.error : null);
  if (fault || !kept.known || !columns.data || (changing && !saved.data))
    return (
      <Page title={frame.title} tabs={frame.tabs} foot={frame.running}>
        <div className={css.body}>
          {fault ? (
            <Failure problem={asProblem(fault)} again={() => void columns.refetch()} />
          ) : (
            <WaitingRows rows={6} />
          )}
        </div>
      </Page>
    );
  const row = saved.data?.find((one) => one.export === changing);
  return (
    <Wizard
      key={`${language} ${row?.export} ${row?.version}`}
      frame={frame}
      columns={columns.data}
      kept={kept.value}
      onKeep={kept.keep}
      {...(row ? { saved: row } : {})}
    />
  );
}
