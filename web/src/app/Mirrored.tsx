import { useCreditor } from "~/api/creditor";
import { daysBetween } from "~/format/dates";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import css from "./Mirrored.module.css";

/** How fresh the ledger is; always in sight. */
export function Mirrored() {
  const t = useT();
  const f = useF();
  const creditor = useCreditor().data?.value;
  if (!creditor) return null;
  const read = creditor.ledger_read;
  const limit = creditor.max_ledger_age_hours;
  const old = read !== null && limit > 0 && daysBetween(read, f.today) * 24 > limit;
  return (
    <p className={css.mirrored} data-old={read === null || old || undefined}>
      {read ? t("nav.mirrored", { at: f.when(read) }) : t("nav.mirrored.never")}
    </p>
  );
}
