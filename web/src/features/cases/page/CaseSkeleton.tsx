import { Bar } from "~/ui/Skeleton";
import { usePhone } from "~/ui/useMedia";
import css from "./CasePage.module.css";

/** A case that is on its way: its parts at their places. */
export function CaseSkeleton() {
  const next = <Bar width="100%" height={96} />;
  const phone = usePhone();
  return (
    <div className={css.columns}>
      {phone && <div className={css.first}>{next}</div>}
      <div className={css.rail}>
        <p>
          <Bar width={130} />
        </p>
        <p>
          <Bar width={180} height={30} />
        </p>
        {[1, 2, 3, 4].map((n) => (
          <p key={n}>
            <Bar width="100%" height={20} />
          </p>
        ))}
      </div>
      <div className={css.main}>
        {!phone && next}
        <p>
          <Bar width="50%" height={24} />
        </p>
        {[1, 2, 3, 4, 5].map((n) => (
          <p key={n}>
            <Bar width={`${70 - n * 6}%`} height={34} />
          </p>
        ))}
      </div>
    </div>
  );
}
