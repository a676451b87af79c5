import { useState } from "react";
import { useMay, useOrg } from "~/api/me";
import type { CaseRow } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { statusWords, stepShort } from "~/text/words";
import { Button } from "~/ui/Button";
import { IconDownload } from "~/ui/icons";
import { saveFile } from "~/ui/saveFile";
import type { Column } from "~/ui/table";
import { type Ask, fetchCases } from "../api/cases";
import css from "./Cases.module.css";
import { csv } from "./csv";

interface Props {
  ask: Ask;
  columns: Column<CaseRow>[];
  count: number;
}

/** The export is what one sees: the same rows, order and columns, as a list for a spreadsheet. */
export function ExportButton({ ask, columns, count }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("export_data");
  const [busy, setBusy] = useState(false);
  if (!may || count === 0) return null;
  const value: Record<string, (row: CaseRow) => string | number> = {
    case: (row) => row.case,
    name: (row) => row.name,
    invoice: (row) => row.invoice,
    step: (row) => t(stepShort[row.step]),
    status: (row) => t(statusWords[row.status]),
    next: (row) => row.next?.on ?? "",
    days: (row) => row.days_over,
    open: (row) => (f.language === "en" ? row.open : row.open?.replace(".", ",")) ?? "",
  };
  const run = async () => {
    setBusy(true);
    try {
      const rows: CaseRow[] = [];
      for (let offset = 0; offset < count; offset += 200) rows.push(...(await fetchCases(org, ask, offset, 200)).rows);
      const head = columns.map((column) => column.head);
      const lines = rows.map((row) => columns.map((column) => value[column.id]?.(row) ?? ""));
      const text = csv([head, ...lines], f.language === "en" ? "," : ";");
      saveFile(`${t("cases.title").toLowerCase()}-${f.today}.csv`, new Blob([text], { type: "text/csv" }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={css.desk}>
      <Button icon={IconDownload} onPress={run} busy={busy}>
        {t("cases.export")}
      </Button>
    </span>
  );
}
