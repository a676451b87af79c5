import { useCreditor } from "~/api/creditor";
import { useTodays } from "~/api/today";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import css from "./Mirrored.module.css";

/** How fresh the ledger is; always in sight. */
export function Mirrored() {
  const t = useT();
  const f = useF();
  const creditor = useCreditor().data?.value;
  const fresh = useTodays().data?.freshness?.ledger;
  const read = fresh?.read ?? creditor?.ledger_read ?? null;
  if (!creditor && !fresh) return null;
  return (
    <p className={css.mirrored} data-old={read === null || fresh?.stale || undefined}>
      {read ? t("nav.mirrored", { at: f.when(read) }) : t("nav.mirrored.never")}
    </p>
  );
}
