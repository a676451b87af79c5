import { useMay } from "~/api/me";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { Money } from "~/ui/Money";
import { PlainTable } from "~/ui/table/PlainTable";
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
  const columns: Column<Line>[] = [
    { id: "on", head: t("payments.on"), width: 100, cell: (row) => <Day of={row.on} as="short" /> },
    { id: "kid", head: "KID", cell: (row) => row.kid || t("today.no-kid") },
    { id: "payer", head: t("payments.payer"), cell: (row) => row.payer },
    { id: "why", head: t("payments.why"), cell: (row) => <span className={css.quiet}>{says(row.reason).text}</span> },
    { id: "suggestions", head: t("payments.suggestions"), cell: (row) => <Suggestions line={row} /> },
    {
      id: "amount",
      head: t("ledger.amount"),
      right: true,
      cell: (row) => (
        <b>
          <Money of={row.amount} />
        </b>
      ),
    },
    { id: "place", head: t("payments.act"), right: true, width: 110, cell: place },
  ];
  return (
    <PlainTable
      caption={t("today.suspense")}
      columns={columns}
      rows={rows}
      keyOf={(row) => String(row.line)}
      phone={(row) => (
        <div className={css.card}>
          <b>
            <Money of={row.amount} unit />
          </b>
          <Day of={row.on} as="short" />
          <small>
            {row.kid || t("today.no-kid")} {row.payer} {says(row.reason).text}
          </small>
          <Suggestions line={row} />
          {place(row)}
        </div>
      )}
    />
  );
}
