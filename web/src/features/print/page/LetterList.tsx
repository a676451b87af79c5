import { lazy, Suspense, useState } from "react";
import { useMay } from "~/api/me";
import type { OutboxRow } from "~/api/types";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Narrowing } from "~/ui/list/useHeld";
import css from "./Print.module.css";
import { useLetterColumns } from "./useLetterColumns";

const FillDialog = lazy(async () => ({ default: (await import("./FillDialog")).FillDialog }));

interface Props {
  rows: OutboxRow[];
  list: "ready" | "held" | "coming";
}

/** The letters of one list, each with its case, its way, its deadline and what it asks for. */
export function LetterList({ rows, list }: Props) {
  const t = useT();
  const may = useMay("act_on_cases");
  const [filling, setFilling] = useState<OutboxRow>();
  const { name, way, state, columns } = useLetterColumns(list, may ? setFilling : undefined);
  const pills: Narrowing<OutboxRow>[] = [
    { word: "brev", name: t("print.letter"), of: (row) => row.kind, say: (kind) => name({ kind }) },
    ...(list === "ready"
      ? [
          { word: "sendt", name: t("document.as"), of: (row: OutboxRow) => row.channel ?? "", say: way },
          {
            word: "status",
            name: t("cases.status"),
            of: (row: OutboxRow) => (row.printed ? "printed" : "waiting"),
            say: state,
          },
        ]
      : []),
  ];
  const cell = (id: string, row: OutboxRow) => columns.find((one) => one.id === id)?.cell(row);
  return (
    <>
      <HeldTable
        id={`letters-${list}`}
        caption={t(`print.${list}`)}
        title={t("print.file.title", { list: t(`print.${list}`) })}
        search={t("print.search")}
        columns={columns}
        rows={rows}
        pills={pills}
        reasons={list !== "ready"}
        keyOf={(row) => `${row.case}-${row.letter}-${row.kind}-${row.on}`}
        phone={(row) => (
          <div className={css.card}>
            {cell("debtor", row)}
            <b>{cell("total", row)}</b>
            <small>
              {cell("letter", row)} {row.on && list === "coming" && <Day of={row.on} as="short" />}
            </small>
            {list === "held" && cell("why", row)}
          </div>
        )}
      />
      <Suspense fallback={null}>
        {filling && <FillDialog row={filling} onClose={() => setFilling(undefined)} />}
      </Suspense>
    </>
  );
}
