import { Bar } from "~/ui/Skeleton";
import css from "./CasePage.module.css";

/** A case that is on its way: its parts at their places. */
export function CaseSkeleton() {
  return (
    <div className={css.columns}>
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
        <Bar width="100%" height={96} />
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
