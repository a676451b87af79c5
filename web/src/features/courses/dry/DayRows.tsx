import { useState } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Money } from "~/ui/Money";
import { PlainTable } from "~/ui/table/PlainTable";
import type { DryRunRow } from "../api/courses";
import css from "../Courses.module.css";
import { useDayColumns } from "./useDayColumns";

const shownFirst = 50;

/** What happens on one day, to whom. */
export function DayRows({ rows, on }: { rows: DryRunRow[]; on: string }) {
  const t = useT();
  const f = useF();
  const [all, setAll] = useState(false);
  const { what, who, why, columns: every } = useDayColumns();
  const invoices = rows.some((row) => row.invoices?.length);
  const columns = every.filter(({ id, filed }) => !filed && (id !== "invoices" || invoices));
  const shown = all ? rows : rows.slice(0, shownFirst);
  return (
    <div className={css.dayRows}>
      <PlainTable
        caption={t("dry.on", { day: f.words(on) })}
        columns={columns}
        rows={shown}
        keyOf={(row) => `${rows.indexOf(row)}`}
        edges={false}
        phone={(row) => (
          <div className={css.phoneRow}>
            {who(row)}
            <b>{row.total && <Money of={row.total} unit />}</b>
            <small>
              {what(row)} {row.deadline && t("entry.deadline", { day: f.day(row.deadline) })}{" "}
              {row.fee && t("entry.fee", { fee: f.money(row.fee) })}
            </small>
            <small>{why(row)}</small>
          </div>
        )}
      />
      {shown.length < rows.length && (
        <Button kind="text" onPress={() => setAll(true)}>
          {t("today.all", { n: rows.length })}
        </Button>
      )}
    </div>
  );
}
