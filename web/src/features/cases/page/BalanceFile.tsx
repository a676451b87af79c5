import type { Balance, SumRow } from "~/api/types";
import { useF } from "~/text/format";
import { useRule, useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { TableFile } from "~/ui/list/TableFile";
import type { Column } from "~/ui/table/types";
import { costWord } from "../words";

/** Every row that the balance of a case is made of, as a file: they add up to what is owed. */
export function BalanceFile({ number, balance }: { number: number; balance: Balance }) {
  const t = useT();
  const f = useF();
  const says = useSays();
  const rule = useRule();
  const part = (row: SumRow) =>
    row.kind === "write_off"
      ? t("balance.written-off")
      : row.kind === "carried"
        ? t("balance.carried")
        : t(row.part === "payment" ? "balance.paid" : `part.${row.part}`);
  const what = (row: SumRow) => {
    if (row.part === "costs" && row.kind) {
      const word = costWord(row.kind);
      return word ? t(word) : row.kind.replaceAll("_", " ");
    }
    return row.claim ? t("today.invoice", { invoice: row.claim }) : "";
  };
  const day = (id: string, head: string, of: (row: SumRow) => string | undefined): Column<SumRow> => ({
    id,
    head,
    kind: "day",
    value: (row) => of(row) ?? "",
    cell: () => null,
  });
  const money = (id: string, head: string, of: (row: SumRow) => string | undefined): Column<SumRow> => ({
    id,
    head,
    right: true,
    kind: "money",
    value: (row) => of(row) ?? "",
    cell: () => null,
  });
  const columns: Column<SumRow>[] = [
    { id: "part", head: t("balance.file.part"), value: part, cell: () => null },
    { id: "what", head: t("why.what"), value: what, cell: () => null },
    day("on", t("balance.file.day"), (row) => row.on ?? row.due),
    day("from", t("balance.file.from"), (row) => row.from),
    day("to", t("balance.file.to"), (row) => row.to),
    { id: "days", head: t("why.days"), right: true, kind: "whole", value: (row) => row.days ?? "", cell: () => null },
    {
      id: "rate",
      head: t("why.rate"),
      right: true,
      value: (row) => (row.rate ? f.percent(row.rate) : ""),
      cell: () => null,
    },
    money("base", t("why.base"), (row) => row.base),
    { ...money("amount", t("why.amount"), (row) => row.amount), summed: true },
    money("costs", t("balance.file.costs"), (row) => row.costs),
    money("interest", t("balance.file.interest"), (row) => row.interest),
    money("principal", t("balance.file.principal"), (row) => row.principal),
    {
      id: "why",
      head: t("balance.file.why"),
      value: (row) => [row.says && says(row.says).text, row.rule && rule(row.rule)].filter(Boolean).join(" "),
      cell: () => null,
    },
  ];
  return (
    <TableFile
      title={t("balance.file.title", { case: String(number), day: f.day(balance.on) })}
      columns={columns}
      rows={balance.rows}
      narrowed={[{ name: t("cases.open.label"), value: f.money(balance.total) }]}
      reasons
      plain
    />
  );
}
