import { useT } from "~/text/texts";
import css from "./ListPage.module.css";

/** Clears the pills and nothing else; there when several are at work. */
export function ClearFilters({ filters, onClear }: { filters: number; onClear: () => void }) {
  const t = useT();
  if (filters < 2) return null;
  return (
    <button type="button" className={css.clear} onClick={onClear}>
      {t("filter.clear-all")}
    </button>
  );
}
