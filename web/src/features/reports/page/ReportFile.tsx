import { lazy, Suspense } from "react";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconDownload } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import { saveFile } from "~/ui/saveFile";
import { useTrying } from "~/ui/useTrying";
import { type Definition, type Form, fetchReportFile } from "../api/reports";
import type { Asked } from "../useAsk";

const FailedDialog = lazy(() => import("~/ui/FailedDialog"));
const forms: Form[] = ["xlsx", "ods", "csv", "json", "pdf"];

/** The report as a file, with its definition on it: what the screen shows, every row of it. */
export function ReportFile({ definition, asked }: { definition: Definition; asked: Asked }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("export_data");
  const making = useTrying();
  if (!may) return null;
  const save = async (form: Form) => {
    const wish = { org, report: definition.name, ask: asked.ask, language: f.language };
    const name = definition.title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
    saveFile(`${name}-${asked.known}.${form}`, await fetchReportFile(wish, form));
  };
  return (
    <>
      <Menu
        label={t("cases.export")}
        target={
          <Button icon={IconDownload} busy={making.busy}>
            {t("cases.export")}
          </Button>
        }
        items={forms.map((form) => ({
          text: t(`reports.file.${form}`),
          onPress: () => void making.run(() => save(form)),
        }))}
      />
      <Suspense fallback={null}>
        {making.problem && <FailedDialog title={t("export.failed")} problem={making.problem} onClose={making.forget} />}
      </Suspense>
    </>
  );
}
