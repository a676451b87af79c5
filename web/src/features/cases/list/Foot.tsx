import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import { Bar } from "~/ui/Skeleton";
import css from "./Foot.module.css";

/** How many match, and what is open in all of them; never of the rows in sight only. */
export function Foot({ count, open }: { count: number | undefined; open: string | undefined }) {
  const t = useT();
  return (
    <div className={css.foot}>
      <span role="status">{count === undefined ? <Bar width={70} /> : t("cases.count", { n: count })}</span>
      <span className={css.sum}>
        {t("cases.open.label")} <b>{open === undefined ? <Bar width={90} /> : <Money of={open} unit />}</b>
      </span>
    </div>
  );
}
