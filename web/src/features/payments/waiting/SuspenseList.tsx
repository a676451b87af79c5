import { useMay } from "~/api/me";
import { isNegative } from "~/format/money";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Narrowing } from "~/ui/list/useHeld";
import { Money } from "~/ui/Money";
import type { Column } from "~/ui/table/types";
import css from "../page/Payments.module.css";
import { Suggestions } from "./Suggestions";
import type { Line, WaitingAct } from "./WaitingTab";

interface Props {
  rows: Line[];
  onAct: (line: Line, act: WaitingAct) => void;
}

/** The waiting payments, each with why it waits and where it may belong. */
export function SuspenseList({ rows, onAct }: Props) {
  const t = useT();
  const says = useSays();
  const may = useMay("register_payments");
  const place = (row: Line) =>
    may && (
      <span className={css.acts}>
        <Button
          onPress={() => onAct(row, "place")}
          label={t(isNegative(row.left) ? "payments.undoes.of" : "payments.place.of", { line: row.line })}
        >
          {t(isNegative(row.left) ? "payments.undoes" : "payments.place")}
        </Button>
        {!isNegative(row.left) && (
          <Button kind="text" onPress={() => onAct(row, "back")} label={t("payments.back.of", { line: row.line })}>
            {t("payments.back")}
          </Button>
        )}
      </span>
    );
  const kid = (row: Line) => (
    <button
      type="button"
      className={css.open}
      onClick={() => onAct(row, "line")}
      aria-label={t("payments.line.of", { kid: row.kid || t("today.no-kid") })}
    >
      {row.kid || t("today.no-kid")}
    </button>
  );
  const left = (row: Line, unit = false) => (
    <>
      <b>
        <Money of={row.left} unit={unit} />
      </b>
      {row.left !== row.amount && (
        <small className={css.part}>
          {t("payments.of")} <Money of={row.amount} />
        </small>
      )}
    </>
  );
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
      id: "whole",
      head: t("payments.whole"),
      right: true,
      kind: "money",
      filed: true,
      value: (row) => row.amount,
      cell: () => null,
    },
    {
      id: "amount",
      head: t("payments.left"),
      right: true,
      kind: "money",
      summed: true,
      value: (row) => row.left,
      cell: (row) => left(row),
    },
    { id: "place", head: t("payments.act"), right: true, width: 190, cell: place },
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
          <span>{left(row, true)}</span>
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
