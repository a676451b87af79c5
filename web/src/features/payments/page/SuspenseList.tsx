import { useMay } from "~/api/me";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Narrowing } from "~/ui/list/useHeld";
import { Money } from "~/ui/Money";
import type { Column } from "~/ui/table/types";
import css from "./Payments.module.css";
import type { Line } from "./PaymentsPage";
import { Suggestions } from "./Suggestions";

interface Props {
  rows: Line[];
  onPlace: (line: Line) => void;
}

/** The waiting payments, each with why it waits and where it may belong. */
export function SuspenseList({ rows, onPlace }: Props) {
  const t = useT();
  const says = useSays();
  const may = useMay("register_payments");
  const place = (row: Line) =>
    may && (
      <Button onPress={() => onPlace(row)} label={t("payments.place.of", { line: row.line })}>
        {t("payments.place")}
      </Button>
    );
  const kid = (row: Line) => row.kid || t("today.no-kid");
  const columns: Column<Line>[] = [
    {
      id: "on",
      head: t("payments.on"),
      width: 100,
      kind: "day",
      value: (row) => row.on,
      cell: (row) => <Day of={row.on} as="short" />,
    },
    { id: "kid", head: "KID", value: (row) => row.kid, cell: kid },
    { id: "payer", head: t("payments.payer"), value: (row) => row.payer ?? "", cell: (row) => row.payer },
    {
      id: "why",
      head: t("payments.why"),
      value: (row) => says(row.reason).text,
      cell: (row) => <span className={css.quiet}>{says(row.reason).text}</span>,
    },
    {
      id: "suggestions",
      head: t("payments.suggestions"),
      value: (row) => row.suggestions.map((one) => t("today.case", { case: String(one.case) })).join(", "),
      cell: (row) => <Suggestions line={row} />,
    },
    {
      id: "amount",
      head: t("ledger.amount"),
      right: true,
      kind: "money",
      summed: true,
      value: (row) => row.amount,
      cell: (row) => (
        <b>
          <Money of={row.amount} />
        </b>
      ),
    },
    { id: "place", head: t("payments.act"), right: true, width: 110, cell: place },
  ];
  const pills: Narrowing<Line>[] = [
    { word: "grunn", name: t("payments.why"), of: (row) => row.reason, say: (reason) => says(reason).text },
    {
      word: "forslag",
      name: t("payments.suggestions"),
      of: (row) => (row.suggestions.length ? "ja" : "nei"),
      say: (one) => t(one === "ja" ? "common.yes" : "common.no"),
    },
  ];
  return (
    <HeldTable
      id="suspense"
      caption={t("today.suspense")}
      title={t("payments.file.title")}
      search={t("payments.search")}
      columns={columns}
      rows={rows}
      pills={pills}
      reasons
      keyOf={(row) => String(row.line)}
      phone={(row) => (
        <div className={css.card}>
          <b>
            <Money of={row.amount} unit />
          </b>
          <Day of={row.on} as="short" />
          <small>
            {kid(row)} {row.payer} {says(row.reason).text}
          </small>
          <Suggestions line={row} />
          {place(row)}
        </div>
      )}
    />
  );
}
