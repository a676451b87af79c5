import { useCreditor } from "~/api/creditor";
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
  return (
    <p className={css.mirrored} data-never={read === null || undefined}>
      {read ? t("nav.mirrored", { at: f.when(read) }) : t("nav.mirrored.never")}
    </p>
  );
}
