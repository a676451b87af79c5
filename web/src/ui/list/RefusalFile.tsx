import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import type { Column } from "../table/types";
import { TableFile } from "./TableFile";

interface Refused {
  /** What it is about: as many words as there are heads. */
  of: (string | number)[];
  reason: { code: string; detail?: string; remedy?: string } | null | undefined;
}

interface Props {
  title: string;
  heads: string[];
  rows: Refused[];
}

/** What was refused as a file, each with what is wrong and what to do: to work through, also when it is many. */
export function RefusalFile({ title, heads, rows }: Props) {
  const t = useT();
  const told = useTold();
  const cell = () => null;
  const columns: Column<Refused>[] = [
    ...heads.map((head, n) => ({ id: `of-${n}`, head, value: ({ of }: Refused) => String(of[n] ?? ""), cell })),
    { id: "what", head: t("refusal.what"), value: ({ reason }) => (reason ? told(reason).what : ""), cell },
    {
      id: "remedy",
      head: t("refusal.remedy"),
      value: ({ reason }) => (reason ? (told(reason).remedy ?? "") : ""),
      cell,
    },
  ];
  return <TableFile title={title} columns={columns} rows={rows} reasons plain word={t("export.list")} />;
}
